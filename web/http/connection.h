#pragma once

#include "web/http/client_shares.h"
#include "web/http/server_options.h"

namespace boost::asio {
class io_context;
namespace ssl {
class context;
} // namespace ssl
} // namespace boost::asio

namespace giftbox::web {

/// One client, or a proxy that brings one after the other. All of it happens on the server's thread.
class Connection {
public:
    virtual ~Connection() = default;
    virtual void start() = 0;
    /// Ends it. Not while a worker is at it.
    virtual void cut() = 0;
    const Held& held() const { return held_; }

protected:
    explicit Connection(Held held) : held_(std::move(held)) {}

    Held held_;
};

/// What the connections of a server share.
struct ConnectionHost {
    boost::asio::io_context& io;
    ServerOptions options;
    WorkerPool workers;
    std::size_t bodies =
        0; ///< bytes that have come of the requests that are being read or answered
    std::size_t uploads = 0; ///< of those whose body is a file
    bool draining = false;
    /// How many connections a client holds; where a proxy brought it, requests.
    std::function<std::size_t(const Network&)> heldBy;
    /// Deletes it.
    std::function<void(Connection*)> remove;
};

/// As accept() gives it; whoever gets it closes it.
struct AcceptedSocket {
    int handle = -1;
    bool isV6 = false;
    Address peer{};
    bool isProxy = false; ///< trusted to say who asks
};

/// Speaks TLS where there is a certificate.
std::unique_ptr<Connection> makeConnection(ConnectionHost& server, AcceptedSocket accepted,
                                           boost::asio::ssl::context* tls);

} // namespace giftbox::web
