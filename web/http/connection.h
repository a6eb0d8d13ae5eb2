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

/// One client, or a proxy that brings clients one after another. Runs on the server's thread only.
class Connection {
public:
    virtual ~Connection() = default;
    virtual void start() = 0;
    /// Ends the connection. Not while a worker is running.
    virtual void cut() = 0;
    const Held& held() const { return held_; }

protected:
    explicit Connection(Held held) : held_(held) {}

    Held held_;
};

/// Shared by the connections of a server.
struct ConnectionHost {
    boost::asio::io_context& io;
    ServerOptions options;
    WorkerPool workers;
    std::size_t bodies = 0;  ///< bytes received of the requests being read or answered
    std::size_t uploads = 0; ///< requests whose body is a file
    bool draining = false;
    /// The number of connections of a client, or of requests through a proxy.
    std::function<std::size_t(const Network&)> heldBy;
    /// Deletes the connection.
    std::function<void(Connection*)> remove;
};

/// A socket from accept(); the receiver closes it.
struct AcceptedSocket {
    int handle = -1;
    bool isV6 = false;
    Address peer{};
    bool isProxy = false; ///< trusted to name the client
};

/// Uses TLS when there is a certificate.
std::unique_ptr<Connection> makeConnection(ConnectionHost& server, AcceptedSocket accepted,
                                           boost::asio::ssl::context* tls);

} // namespace giftbox::web
