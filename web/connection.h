#pragma once

#include "web/http_server.h"

namespace boost::asio {
class io_context;
namespace ssl {
class context;
} // namespace ssl
} // namespace boost::asio

namespace giftbox::web {

/// One client. All of it happens on the server's thread.
class Connection {
public:
    virtual ~Connection() = default;
    virtual void start() = 0;
    /// Ends it if it waits for a request.
    virtual void endIfIdle() = 0;
    virtual bool isIdle() const = 0;
};

/// What the connections of a server share.
struct ConnectionHost {
    boost::asio::io_context& io;
    ServerOptions options;
    WorkerPool workers;
    std::size_t bodies = 0;  ///< bytes of the requests that are being read or answered
    std::size_t uploads = 0; ///< of those whose body is a file
    bool draining = false;
    /// Deletes it.
    std::function<void(Connection*)> remove;
};

/// As accept() gives it; whoever gets it closes it.
struct AcceptedSocket {
    int handle = -1;
    bool isV6 = false;
};

/// Speaks TLS where there is a certificate.
std::unique_ptr<Connection> makeConnection(ConnectionHost& server, AcceptedSocket accepted,
                                           boost::asio::ssl::context* tls);

} // namespace giftbox::web
