#pragma once

#include "tests/web/http/raw_client.h"
#include "web/http/http_server.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

namespace giftbox::web {

inline constexpr std::size_t kSpoolBytes = 24 * 1024 * 1024;

/// A server with small limits and a worker that echoes the request.
class RunningServer {
protected:
    explicit RunningServer(ServerOptions options = smallLimits()) : options_(std::move(options))
    {
        options_.listen.port = 0;
        options_.makeWorker = [this] { return std::make_unique<Echo>(answered_); };
        options_.now = [] { return foundation::Instant{1795376633000}; };
        options_.log = [this](const std::string& line) {
            const std::lock_guard lock(mutex_);
            log_.push_back(line);
        };
        options_.bodyLimit = [this](std::string_view path) {
            return path == "/upload" ? options_.limits.uploadBytes : options_.limits.bodyBytes;
        };
        server_.emplace(options_);
        port_ = server_->port();
        thread_ = std::thread([this] { server_->run(); });
    }
    ~RunningServer() { stop(); }

    static ServerOptions smallLimits()
    {
        ServerOptions options;
        options.workers = 3;
        Limits& limits = options.limits;
        limits.bodyBytes = 1000;
        limits.unaskedBytes = 500;
        limits.uploadBytes = 40 * 1024 * 1024;
        limits.bodiesBytes = 150'000;
        limits.uploadsBytes = 64 * 1024 * 1024;
        limits.connections = 16;
        limits.requestsAConnection = 50;
        limits.idle = std::chrono::milliseconds(800);
        limits.headers = std::chrono::milliseconds(300);
        limits.body = std::chrono::milliseconds(300);
        limits.upload = std::chrono::milliseconds(2000);
        limits.response = std::chrono::milliseconds(4000);
        limits.bytesASecond = 64 * 1024 * 1024;
        return options;
    }

    std::uint16_t port() const { return port_; }
    int answered() const { return answered_; }
    std::string ask(const std::string& request)
    {
        RawClient client(port());
        client.send(request);
        return client.receive();
    }
    void stop()
    {
        if (thread_.joinable()) {
            server_->stop();
            thread_.join();
        }
    }
    std::vector<std::string> log()
    {
        const std::lock_guard lock(mutex_);
        return log_;
    }

    ServerOptions options_;

private:
    struct Echo : Worker {
        explicit Echo(std::atomic<int>& count) : answered(count) {}
        Response answer(const Request& request) override
        {
            if (request.isAnnounced) {
                return textResponse(request.query == "forbidden" ? 403 : 100, "announced");
            }
            ++answered;
            if (request.path == "/slow") {
                std::this_thread::sleep_for(std::chrono::milliseconds(500));
            }
            if (request.path == "/throw") {
                throw std::runtime_error("a bug");
            }
            Response response =
                textResponse(200, request.method + " " + request.path + " " + request.query + " " +
                                      std::to_string(request.bytes().size()) +
                                      (request.file == nullptr ? "" : " in a file"));
            if (request.path == "/peer") {
                response.body = request.peer + (request.isSecure ? " secure" : "") + "\n";
            }
            if (request.path == "/split") {
                response.add("X-Value", "a\r\nSet-Cookie: b");
            }
            if (request.path == "/spool") {
                response.spool = std::make_unique<Spool>();
                const std::string piece(1 << 20, 's');
                while (response.spool->size() < kSpoolBytes) {
                    response.spool->append(piece);
                }
            }
            return response;
        }
        std::atomic<int>& answered;
    };

    std::atomic<int> answered_ = 0;
    std::mutex mutex_;
    std::vector<std::string> log_;
    std::optional<HttpServer> server_;
    std::uint16_t port_ = 0;
    std::thread thread_;
};

} // namespace giftbox::web
