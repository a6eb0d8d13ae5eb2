#include "web/http/http.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <map>
#include <sys/mman.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace giftbox::web {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

[[noreturn]] void failSpool(const char* what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

} // namespace

std::string_view Request::header(std::string_view name) const
{
    for (const Header& one : headers) {
        if (std::ranges::equal(one.name, name, {}, lower, lower)) {
            return one.value;
        }
    }
    return {};
}

Spool::Spool()
{
    const std::string folder = std::filesystem::temp_directory_path().string();
    file_ = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file_ < 0) {
        failSpool("cannot make a temporary file");
    }
}

Spool::Spool(Spool&& other) noexcept
    : file_(std::exchange(other.file_, -1)), size_(std::exchange(other.size_, 0)),
      mapped_(std::exchange(other.mapped_, nullptr))
{}

Spool::~Spool()
{
    if (mapped_ != nullptr) {
        ::munmap(mapped_, size_);
    }
    if (file_ >= 0) {
        ::close(file_);
    }
}

std::string_view Spool::bytes()
{
    if (size_ == 0) {
        return {};
    }
    if (mapped_ == nullptr) {
        void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file_, 0);
        if (mapped == MAP_FAILED) {
            failSpool("cannot map a temporary file");
        }
        mapped_ = mapped;
    }
    return {static_cast<const char*>(mapped_), size_};
}

void Spool::append(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file_, bytes.data(), bytes.size());
        if (written < 0) {
            failSpool("cannot write a temporary file");
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
        size_ += static_cast<std::uint64_t>(written);
    }
}

std::string Spool::read(std::uint64_t offset, std::size_t most) const
{
    std::string bytes(most, '\0');
    const ssize_t got = ::pread(file_, bytes.data(), most, static_cast<off_t>(offset));
    if (got < 0) {
        failSpool("cannot read a temporary file");
    }
    bytes.resize(static_cast<std::size_t>(got));
    return bytes;
}

Response& Response::add(std::string name, std::string value)
{
    headers.push_back({std::move(name), std::move(value)});
    return *this;
}

Response textResponse(int status, std::string_view sentence)
{
    Response response;
    response.status = status;
    response.body = std::string(sentence) + "\n";
    response.add("Content-Type", "text/plain; charset=utf-8");
    return response;
}

Response redirectTo(std::string address)
{
    Response response;
    response.status = 303;
    response.add("Location", std::move(address));
    return response;
}

std::string_view reasonOf(int status)
{
    static const std::map<int, std::string_view> reasons = {
        {200, "OK"},
        {303, "See Other"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {409, "Conflict"},
        {411, "Length Required"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {417, "Expectation Failed"},
        {422, "Unprocessable Content"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {507, "Insufficient Storage"}};
    const auto found = reasons.find(status);
    return found == reasons.end() ? "Unknown" : found->second;
}

} // namespace giftbox::web
