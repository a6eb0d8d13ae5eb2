#pragma once

#include "foundation/date.h"
#include "web/http/client_address.h"
#include "web/http/limits.h"
#include "web/http/listen_address.h"
#include "web/http/worker_pool.h"

#include <functional>
#include <memory>

namespace giftbox::web {

struct ServerOptions {
    ListenAddress listen;
    std::string certificateFile; ///< PEM, the whole chain; empty: no TLS
    std::string keyFile;
    std::string basePath;         ///< see parseBasePath
    std::vector<Network> proxies; ///< trusted for `X-Forwarded-For` and `X-Forwarded-Proto`
    std::size_t workers = 4;
    /// See WorkerPool::start.
    std::chrono::milliseconds writersPatience{0};
    Limits limits;
    /// The largest body for a path.
    std::function<std::size_t(std::string_view path)> bodyLimit;
    /// Called once on each worker's thread.
    std::function<std::unique_ptr<Worker>()> makeWorker;
    std::function<foundation::Instant()> now;
    /// Receives the lines of the log.
    std::function<void(const std::string&)> log;
};

} // namespace giftbox::web
