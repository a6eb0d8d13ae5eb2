#include "web/http/http_server.h"

#include "foundation/refusal.h"
#include "web/http/connection.h"
#include "web/http/tls.h"

#include <utility> // Boost 1.74 leaves it out

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <list>

namespace giftbox::web {

namespace net = boost::asio;
using foundation::Refusal;
using net::ip::tcp;
using std::chrono::milliseconds;
using Error = boost::system::error_code;

namespace {

[[noreturn]] void refuseAddress(const ListenAddress& listen, const Error& error)
{
    const std::string said = "Cannot listen on " + toText(listen) + ": " + error.message();
    if (error == net::error::address_in_use) {
        throw Refusal("serve.address_in_use", {{"said", said}});
    }
    throw Refusal("serve.address_refused", {{"said", said}});
}

} // namespace

struct ServerCore {
    explicit ServerCore(ServerOptions wanted)
        : host{.io = io, .options = std::move(wanted), .workers = {}, .heldBy = {}, .remove = {}},
          acceptor(io), timer(io)
    {
        host.heldBy = [this](const Network& client) {
            return static_cast<std::size_t>(std::ranges::count_if(
                connections, [&](const auto& one) { return one->held().client == client; }));
        };
        host.remove = [this](Connection* connection) { remove(connection); };
        const ServerOptions& options = host.options;
        requireProtected(options.listen,
                         !options.certificateFile.empty() || !options.proxies.empty());
        if (!options.certificateFile.empty()) {
            tls = loadCertificate(options.certificateFile, options.keyFile);
        }
        const tcp::endpoint endpoint(net::ip::make_address(options.listen.address),
                                     options.listen.port);
        Error error;
        acceptor.open(endpoint.protocol());
        acceptor.set_option(net::socket_base::reuse_address(true));
        acceptor.bind(endpoint, error);
        if (!error) {
            acceptor.listen(net::socket_base::max_listen_connections, error);
        }
        if (error) {
            refuseAddress(options.listen, error);
        }
    }

    void accept();
    void adopt(tcp::socket socket);
    void remove(Connection* connection);
    void drain();
    void renewCertificate();

    std::unique_ptr<net::ssl::context> tls;
    net::io_context io{1};
    ConnectionHost host;
    tcp::acceptor acceptor;
    net::steady_timer timer;
    std::list<std::unique_ptr<Connection>> connections; // oldest first
};

void ServerCore::accept()
{
    acceptor.async_accept([this](const Error& error, tcp::socket socket) {
        if (host.draining) {
            return;
        }
        if (error) { // for example, too many open files
            timer.expires_after(milliseconds(100));
            timer.async_wait([this](const Error& stopped) {
                if (!stopped && !host.draining) {
                    accept();
                }
            });
            return;
        }
        adopt(std::move(socket));
        accept();
    });
}

void ServerCore::adopt(tcp::socket socket)
{
    const ServerOptions& options = host.options;
    Error gone;
    const auto peer = parseAddress(socket.remote_endpoint(gone).address().to_string());
    if (gone || !peer) {
        return;
    }
    const bool isProxy = std::ranges::any_of(
        options.proxies, [&](const Network& one) { return one.contains(*peer); });
    std::vector<Connection*> oldest;
    std::vector<Held> held;
    for (const auto& connection : connections) {
        oldest.push_back(connection.get());
        held.push_back(connection->held());
    }
    const Room room =
        roomFor(isProxy ? std::nullopt : std::optional(shareOf(*peer)), held, options.limits);
    if (room.ends) {
        oldest[*room.ends]->cut();
    }
    if (!room.isThere) {
        return; // resets this connection
    }
    connections.push_back(
        makeConnection(host,
                       {.handle = socket.release(),
                        .isV6 = options.listen.address.find(':') != std::string::npos,
                        .peer = *peer,
                        .isProxy = isProxy},
                       tls.get()));
    connections.back()->start();
}

void ServerCore::renewCertificate()
{
    const ServerOptions& options = host.options;
    if (!tls) {
        return options.log("giftbox: there is no certificate to reload");
    }
    try {
        tls = loadCertificate(options.certificateFile, options.keyFile);
        options.log("giftbox: the certificate is reloaded");
    } catch (const Refusal& refusal) {
        options.log("giftbox: " + refusal.code() + ": " + refusal.sentence() +
                    "; the previous one stays in use");
    }
}

void ServerCore::remove(Connection* connection)
{
    std::erase_if(connections, [&](const auto& one) { return one.get() == connection; });
    if (host.draining && connections.empty()) {
        io.stop();
    }
}

void ServerCore::drain()
{
    host.draining = true;
    Error ignored;
    acceptor.close(ignored);
    for (const auto& connection : connections) {
        if (connection->held().stage == Stage::Idle) {
            connection->cut();
        }
    }
    if (connections.empty()) {
        return io.stop();
    }
    timer.expires_after(host.options.limits.drain);
    timer.async_wait([this](const Error& stopped) {
        if (!stopped) {
            io.stop();
        }
    });
}

HttpServer::HttpServer(ServerOptions options)
    : core_(std::make_unique<ServerCore>(std::move(options)))
{}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const { return core_->acceptor.local_endpoint().port(); }

void HttpServer::run()
{
    core_->host.workers.start(core_->host.options.workers, core_->host.options.makeWorker,
                              core_->host.options.writersPatience);
    core_->accept();
    const auto guard = net::make_work_guard(core_->io); // a worker may be busy without a socket
    core_->io.run();
    core_->host.workers.finish();
}

void HttpServer::stop()
{
    net::post(core_->io, [this] { core_->drain(); });
}

void HttpServer::renewCertificate()
{
    net::post(core_->io, [this] { core_->renewCertificate(); });
}

} // namespace giftbox::web
