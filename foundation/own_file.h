#pragma once

#include "foundation/row_writer.h"

#include <string>

namespace giftbox::foundation {

/// A file of its own in the folder for temporary files, which goes with the object. Its functions throw
/// std::system_error.
class OwnFile {
public:
    OwnFile();
    OwnFile(OwnFile&& other) noexcept;
    OwnFile& operator=(OwnFile&& other) noexcept;
    OwnFile(const OwnFile&) = delete;
    OwnFile& operator=(const OwnFile&) = delete;
    ~OwnFile();

    const std::string& path() const { return path_; }
    void append(std::string_view bytes);
    /// What is in it, in pieces.
    void passOn(const Sink& sink) const;

private:
    std::string path_;
    int file_ = -1;
};

} // namespace giftbox::foundation
