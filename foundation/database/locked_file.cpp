#include "foundation/database/locked_file.h"

#include "foundation/database/database.h"
#include "foundation/database/private_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace giftbox::foundation {

namespace {

[[noreturn]] void fail(const std::string& path, const std::string& reason)
{
    throw DatabaseError("backup", "cannot write " + path + ": " + reason, "");
}

/// Whether the name still leads to the file; its earlier owner may have removed it.
bool isAt(int file, const std::string& path)
{
    struct stat opened {};
    struct stat named {};
    return ::fstat(file, &opened) == 0 && ::stat(path.c_str(), &named) == 0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

void removeBeside(const std::string& path)
{
    std::error_code gone;
    for (const char* end : {"-wal", "-shm", "-journal"}) {
        std::filesystem::remove(path + end, gone);
    }
}

} // namespace

LockedFile::LockedFile(std::string path) : path_(std::move(path))
{
    while (file_ < 0) {
        file_ = ::open(path_.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
        if (file_ < 0) {
            fail(path_, std::strerror(errno));
        }
        if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
            ::close(file_);
            fail(path_, "another program is at it");
        }
        if (!isAt(file_, path_)) {
            ::close(file_);
            file_ = -1;
        }
    }
    removeBeside(path_);
    if (::ftruncate(file_, 0) != 0) {
        ::close(file_);
        fail(path_, std::strerror(errno));
    }
}

LockedFile::~LockedFile()
{
    if (!isRenamed_) {
        std::error_code gone;
        std::filesystem::remove(path_, gone);
        removeBeside(path_);
    }
    ::close(file_);
}

void LockedFile::rename(const std::string& path)
{
    if (std::rename(path_.c_str(), path.c_str()) != 0) {
        fail(path, std::strerror(errno));
    }
    isRenamed_ = true;
    syncFolderOf(path);
}

} // namespace giftbox::foundation
