#pragma once

#include "foundation/row_writer.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::web {

struct Header {
    std::string name;
    std::string value;

    bool operator==(const Header&) const = default;
};

/// Bytes in an unnamed temporary file, to save memory; the file disappears when the program ends, even by a crash.
class Spool {
public:
    /// Throws std::system_error when the disk is full.
    Spool();
    Spool(Spool&& other) noexcept;
    Spool& operator=(Spool&&) = delete;
    Spool(const Spool&) = delete;
    ~Spool();
    void append(std::string_view bytes);
    std::uint64_t size() const { return size_; }
    /// Reads at most `most` bytes from `offset`. Throws std::system_error.
    std::string read(std::uint64_t offset, std::size_t most) const;
    /// Maps the whole file without reading it; do not append afterward. Valid as long as this Spool, or the one it is
    /// moved to. Throws std::system_error.
    std::string_view bytes();

private:
    int file_ = -1;
    std::uint64_t size_ = 0;
    void* mapped_ = nullptr;
};

/// A request with sound framing and a complete body.
struct Request {
    std::string method = "GET"; ///< `HEAD` is answered like `GET`, without a body
    std::string path = "/";     ///< as sent: still percent-encoded; below `base`
    std::string query;          ///< the part after `?`, as sent
    std::string base;           ///< see parseBasePath
    std::vector<Header> headers;
    std::string body;
    /// Replaces `body` when the path accepts a file. Belongs to the server; move it to keep it.
    Spool* file = nullptr;
    /// Only the headers have arrived. Respond 100 to accept the upload; any other response goes to the client.
    bool isAnnounced = false;
    std::string peer; ///< the client's address, from the proxy if there is one
    bool isSecure = false;

    /// The first header of the name, ignoring case; empty when there is none.
    std::string_view header(std::string_view name) const;
    std::string_view bytes() const
    {
        return file == nullptr ? std::string_view(body) : file->bytes();
    }
    bool isRead() const { return method == "GET" || method == "HEAD"; }
};

struct Response {
    int status = 200;
    /// Only assets are cached: other answers may be about people.
    std::vector<Header> headers = {{"Cache-Control", "no-store"}};
    std::string body;
    /// Sent instead of `body`, if set.
    std::unique_ptr<Spool> spool;
    /// The user, for the access log.
    std::string actor;

    Response& add(std::string name, std::string value);
};

/// `text/plain`, one line.
Response textResponse(int status, std::string_view sentence);
/// 303: sends the browser to `address`.
Response redirectTo(std::string address);
/// The reason phrase of a status: `Not Found`.
std::string_view reasonOf(int status);

} // namespace giftbox::web
