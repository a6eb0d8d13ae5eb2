#pragma once

#include <string>

namespace giftbox::foundation {

/// A file being written: empty at first, readable only by its owner, used by one program at a time. The remains of a
/// program that died are overwritten. The file is deleted at the end, together with SQLite's companion files, unless
/// it was renamed.
class LockedFile {
public:
    /// Throws DatabaseError if the file cannot be made or another program has it.
    explicit LockedFile(std::string path);
    LockedFile(const LockedFile&) = delete;
    LockedFile& operator=(const LockedFile&) = delete;
    ~LockedFile();

    const std::string& path() const { return path_; }
    /// Gives the file its final name. Throws DatabaseError.
    void rename(const std::string& path);

private:
    std::string path_;
    int file_ = -1;
    bool isRenamed_ = false;
};

} // namespace giftbox::foundation
