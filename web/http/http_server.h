#pragma once

#include "web/http/server_options.h"

#include <memory>

namespace giftbox::web {

struct ServerCore;

/// An HTTP/1.1 server: one thread for all sockets, and workers. It answers only requests whose framing is beyond doubt: one Host, one
/// Content-Length, no Transfer-Encoding.
class HttpServer {
public:
    /// Listens. Throws Refusal `serve.not_loopback` (neither TLS nor a proxy), `serve.certificate`, `serve.address_in_use`, `serve.address_refused`.
    explicit HttpServer(ServerOptions options);
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;
    ~HttpServer();

    std::uint16_t port() const;
    /// Serves until stop().
    void run();
    /// No more requests are taken; those running are finished. From any thread.
    void stop();
    /// Who connects from now on gets the certificate that its files hold now; while they hold none, the one there is stays. The log says which. From any
    /// thread.
    void renewCertificate();

private:
    std::unique_ptr<ServerCore> core_;
};

} // namespace giftbox::web
