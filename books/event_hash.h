#pragma once

#include "foundation/date.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace giftbox::books {

/// Who did what, when, to which subject, with which figures (one JSON object).
struct Event {
    std::int64_t seq = 0;
    foundation::Instant recordedAt;
    std::string_view actor;
    std::string_view action;
    std::string_view subject;
    std::string_view detail;
};

/// What the first event of a store follows from.
extern const std::string kChainStart;

/// SHA-256 over the hash before and every field, each led by its length, so that no two events read the same.
std::string eventHash(std::string_view hashBefore, const Event& event);

} // namespace giftbox::books
