#pragma once

#include <string>

namespace giftbox::foundation {

/// A file that is being written, empty at first, its owner's alone. Only one program at a time has it; what a program that died has left of it is overwritten. It goes at the end,
/// with what SQLite keeps beside it, unless it was renamed.
class LockedFile {
public:
    /// Throws DatabaseError when it cannot be made, or another program has it.
    explicit LockedFile(std::string path);
    LockedFile(const LockedFile&) = delete;
    LockedFile& operator=(const LockedFile&) = delete;
    ~LockedFile();

    const std::string& path() const { return path_; }
    /// Gives it its name, for good. Throws DatabaseError.
    void rename(const std::string& path);

private:
    std::string path_;
    int file_ = -1;
    bool isRenamed_ = false;
};

} // namespace giftbox::foundation
