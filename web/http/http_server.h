#pragma once

#include "web/http/server_options.h"

#include <memory>

namespace giftbox::web {

struct ServerCore;

/// An HTTP/1.1 server: one thread for all sockets, and workers. It answers only requests with unambiguous framing:
/// one Host, one Content-Length, no Transfer-Encoding.
class HttpServer {
public:
    /// Listens. Throws Refusal `serve.not_loopback` (neither TLS nor a proxy), `serve.certificate`,
    /// `serve.address_in_use`, `serve.address_refused`.
    explicit HttpServer(ServerOptions options);
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;
    ~HttpServer();

    std::uint16_t port() const;
    /// Serves until stop().
    void run();
    /// Accepts no more requests and finishes those running. From any thread.
    void stop();
    /// Reloads the certificate for new connections; keeps the current one when the files have no valid one. Logs the
    /// result. From any thread.
    void renewCertificate();

private:
    std::unique_ptr<ServerCore> core_;
};

} // namespace giftbox::web
