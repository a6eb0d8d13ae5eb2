#pragma once

#include "foundation/date.h"
#include "web/client_address.h"
#include "web/http.h"
#include "web/listen_address.h"
#include "web/worker_pool.h"

#include <chrono>
#include <functional>
#include <memory>

namespace giftbox::web {

/// What the server bears from strangers. Each deadline is for the whole of its step, however the bytes drip in.
struct Limits {
    std::size_t headerBytes = 16 * 1024;
    std::size_t headerFields = 100;
    std::size_t targetBytes = 8 * 1024;
    std::size_t bodyBytes = 1024 * 1024;
    /// A larger body is read only when a worker has seen the head and says so: from who has a session or a token. A form whose session has ended is smaller.
    std::size_t unaskedBytes = 72 * 1024;
    /// Where anybody may send a form: the login carries one, encoded twice.
    std::size_t strangerBytes = 256 * 1024;
    /// Where a path takes a file, which goes to a temporary one.
    std::size_t uploadBytes = 64 * 1024 * 1024;
    /// What has come of all bodies together, in memory and on disk; beyond it 503.
    std::size_t bodiesBytes = 128 * 1024 * 1024;
    std::size_t uploadsBytes = 512 * 1024 * 1024;
    std::size_t connections = 256;
    /// Of one address, of IPv6 one /64; behind a proxy its requests at once. A store's people share one.
    std::size_t connectionsAClient = 64;
    std::size_t requestsAConnection = 1000;
    std::chrono::milliseconds idle{30'000};
    std::chrono::milliseconds headers{10'000};
    std::chrono::milliseconds body{30'000};
    std::chrono::milliseconds upload{600'000};
    /// Of a response, beside what its size takes at `bytesASecond`.
    std::chrono::milliseconds response{30'000};
    std::uint64_t bytesASecond = 16 * 1024;
    /// What is running when the server is stopped has this long.
    std::chrono::milliseconds drain{30'000};
};

struct ServerOptions {
    ListenAddress listen;
    std::string certificateFile; ///< PEM, the whole chain; empty: no TLS
    std::string keyFile;
    std::vector<Network> proxies; ///< whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed
    std::size_t workers = 4;
    Limits limits;
    /// The largest body that is read for a path.
    std::function<std::size_t(std::string_view path)> bodyLimit;
    /// Called once on each worker's thread.
    std::function<std::unique_ptr<Worker>()> makeWorker;
    std::function<foundation::Instant()> now;
    /// Gets a line of the log.
    std::function<void(const std::string&)> log;
};

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
