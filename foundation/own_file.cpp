#include "foundation/own_file.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace giftbox::foundation {

OwnFile::OwnFile() : path_((std::filesystem::temp_directory_path() / "giftbox-XXXXXX").string())
{
    file_ = ::mkstemp(path_.data());
    if (file_ < 0) {
        throw std::system_error(errno, std::generic_category(), path_);
    }
}

OwnFile::OwnFile(OwnFile&& other) noexcept
    : path_(std::exchange(other.path_, {})), file_(std::exchange(other.file_, -1))
{}

OwnFile& OwnFile::operator=(OwnFile&& other) noexcept
{
    std::swap(path_, other.path_);
    std::swap(file_, other.file_);
    return *this;
}

OwnFile::~OwnFile()
{
    if (file_ >= 0) {
        ::close(file_);
        std::remove(path_.c_str());
    }
}

void OwnFile::append(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file_, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            throw std::system_error(errno, std::generic_category(), path_);
        }
        bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
}

void OwnFile::passOn(const Sink& sink) const
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path_.c_str(), "rb"),
                                                               &std::fclose);
    if (file == nullptr) {
        throw std::system_error(errno, std::generic_category(), path_);
    }
    std::array<char, std::size_t{64} * 1024> piece{};
    while (const std::size_t read = std::fread(piece.data(), 1, piece.size(), file.get())) {
        sink({piece.data(), read});
    }
    if (std::ferror(file.get()) != 0) {
        throw std::system_error(EIO, std::generic_category(), path_);
    }
}

} // namespace giftbox::foundation
