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

/// A request whose framing was sound and whose body is whole.
struct Request {
    std::string method = "GET"; ///< `HEAD` is answered like `GET`, without the body
    std::string path = "/";     ///< as sent: still percent-encoded
    std::string query;          ///< what follows `?`, as sent
    std::vector<Header> headers;
    std::string body;
    std::string peer; ///< the client's address; behind a proxy, what the proxy says
    bool isSecure = false;

    /// The first header of the name, in any case; empty when there is none.
    std::string_view header(std::string_view name) const;
    bool isRead() const { return method == "GET" || method == "HEAD"; }
};

/// A long body, kept in a file without a name while it is written and sent, so that memory does not grow with it.
class Spool {
public:
    /// Throws std::system_error when the disk is full.
    Spool();
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;
    ~Spool();
    void append(std::string_view bytes);
    std::uint64_t size() const { return size_; }
    /// At most `most` bytes from `offset` on. Throws std::system_error.
    std::string read(std::uint64_t offset, std::size_t most) const;

private:
    int file_ = -1;
    std::uint64_t size_ = 0;
};

struct Response {
    int status = 200;
    std::vector<Header> headers;
    std::string body;
    /// Sent instead of `body` where there is one.
    std::unique_ptr<Spool> spool;
    /// Who asked, for the access log.
    std::string actor;

    Response& add(std::string name, std::string value);
};

/// `text/plain`, one line.
Response textResponse(int status, std::string_view sentence);
/// 303: the browser gets `address` next.
Response redirectTo(std::string address);
/// What a status means: `Not Found`.
std::string_view reasonOf(int status);

} // namespace giftbox::web
