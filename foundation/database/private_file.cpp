#include "foundation/database/private_file.h"

#include "foundation/database/database_url.h"

#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace giftbox::foundation {

namespace {

std::string folderOf(const std::string& path)
{
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    return folder.empty() ? "." : folder.string();
}

} // namespace

void makePrivateFile(const std::string& path)
{
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file >= 0) {
        ::close(file);
    }
}

bool mayWriteFolderOf(const std::string& path)
{
    return ::access(folderOf(path).c_str(), W_OK | X_OK) == 0;
}

bool mayWriteDatabase(const std::string& url)
{
    const auto file = fileOf(url);
    return !file || (mayWriteFolderOf(*file) && ::access(file->c_str(), W_OK) == 0);
}

void syncFolderOf(const std::string& path)
{
    const int folder = ::open(folderOf(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        (void)::fsync(folder);
        ::close(folder);
    }
}

} // namespace giftbox::foundation
