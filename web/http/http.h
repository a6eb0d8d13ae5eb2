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

/// Bytes kept in a file without a name, so that memory does not grow with them; nothing is left of it when the program ends, however it ends.
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
    /// At most `most` bytes from `offset` on. Throws std::system_error.
    std::string read(std::uint64_t offset, std::size_t most) const;
    /// All of it, mapped and not read; nothing may be appended any more. Valid as long as this Spool, or the one that it is moved to. Throws std::system_error.
    std::string_view bytes();

private:
    int file_ = -1;
    std::uint64_t size_ = 0;
    void* mapped_ = nullptr;
};

/// A request whose framing was sound and whose body is whole.
struct Request {
    std::string method = "GET"; ///< `HEAD` is answered like `GET`, without the body
    std::string path = "/";     ///< as sent: still percent-encoded
    std::string query;          ///< what follows `?`, as sent
    std::vector<Header> headers;
    std::string body;
    /// Instead of `body` where the path takes a file. It is the server's; who wants to keep it moves it away.
    Spool* file = nullptr;
    /// Only the head is there: it is asked whether the body, a file or a large one, may be sent. The answer 100 says so; any other is sent back.
    bool isAnnounced = false;
    std::string peer; ///< the client's address; behind a proxy, what the proxy says
    bool isSecure = false;

    /// The first header of the name, in any case; empty when there is none.
    std::string_view header(std::string_view name) const;
    std::string_view bytes() const
    {
        return file == nullptr ? std::string_view(body) : file->bytes();
    }
    bool isRead() const { return method == "GET" || method == "HEAD"; }
};

struct Response {
    int status = 200;
    /// No copy is kept of what is no asset: it may be about people.
    std::vector<Header> headers = {{"Cache-Control", "no-store"}};
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
