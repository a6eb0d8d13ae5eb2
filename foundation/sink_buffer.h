#pragma once

#include "foundation/row_writer.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace giftbox::foundation {

/// Collects a row writer's output and passes it on in pieces of about 64 KiB. Output not passed on is dropped.
class SinkBuffer {
public:
    explicit SinkBuffer(Sink sink) : sink_(std::move(sink))
    {
        bytes_.reserve(kPieceBytes + kPieceBytes / 8);
    }

    std::string& bytes() { return bytes_; }
    void appendInteger(std::int64_t value)
    {
        char digits[std::numeric_limits<std::int64_t>::digits10 + 2]; // one more digit and the sign
        bytes_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    }
    void passOnWhenFull()
    {
        if (bytes_.size() >= kPieceBytes) {
            passOn();
        }
    }
    void passOn()
    {
        if (!bytes_.empty()) {
            sink_(bytes_);
            bytes_.clear();
        }
    }

private:
    static constexpr std::size_t kPieceBytes = std::size_t{64} * 1024;

    Sink sink_;
    std::string bytes_;
};

} // namespace giftbox::foundation
