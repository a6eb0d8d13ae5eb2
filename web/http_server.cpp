#include "web/http_server.h"

#include "foundation/refusal.h"
#include "web/http_text.h"
#include "web/tls.h"

#include <utility> // Boost 1.74 leaves it out

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include <algorithm>
#include <list>

namespace giftbox::web {

namespace net = boost::asio;
namespace http = boost::beast::http;
using boost::beast::tcp_stream;
using foundation::Refusal;
using net::ip::tcp;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using Error = boost::system::error_code;
using TlsStream = boost::beast::ssl_stream<tcp_stream>;

namespace {

constexpr std::size_t kChunk = 64 * 1024;
constexpr std::size_t kMostDiscarded = 4 * 1024 * 1024;
constexpr milliseconds kLinger{2000};
class Connection {
public:
    virtual ~Connection() = default;
    virtual void start() = 0;
    /// Ends it if it waits for a request.
    virtual void endIfIdle() = 0;
    virtual bool isIdle() const = 0;
};

int statusOfError(const Error& error)
{
    if (error == http::error::body_limit) {
        return 413;
    }
    return error == http::error::header_limit || error == http::error::buffer_overflow ? 431 : 400;
}

bool isParseError(const Error& error)
{
    return error.category() == make_error_code(http::error::bad_method).category() &&
           error != http::error::end_of_stream && error != http::error::partial_message;
}

RequestHead headOf(const http::request_parser<http::string_body>& parser)
{
    const auto& message = parser.get();
    const auto fields = std::distance(message.begin(), message.end());
    return {.method = std::string(message.method_string()),
            .target = std::string(message.target()),
            .fields = static_cast<std::size_t>(fields),
            .hosts = message.count(http::field::host),
            .isHttp10 = message.version() == 10,
            .hasTransferEncoding = message.count(http::field::transfer_encoding) > 0,
            .hasOneLength =
                message.count(http::field::content_length) < 2 &&
                message[http::field::content_length].find(',') == boost::beast::string_view::npos,
            .contentLength = parser.content_length().value_or(0)};
}

} // namespace

struct ServerCore {
    explicit ServerCore(ServerOptions wanted) : options(std::move(wanted)), acceptor(io), timer(io)
    {
        requireProtected(options.listen, !options.certificateFile.empty() || options.isBehindProxy);
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
            throw Refusal("serve.address_in_use",
                          "cannot listen on " + toText(options.listen) + ": " + error.message() +
                              "; end what listens there, or give another --listen");
        }
    }

    void accept();
    void adopt(tcp::socket socket);
    void remove(Connection* connection);
    void drain();

    ServerOptions options;
    std::unique_ptr<net::ssl::context> tls;
    net::io_context io{1};
    tcp::acceptor acceptor;
    net::steady_timer timer;
    WorkerPool workers;
    std::size_t bodies = 0; // bytes of the requests that are being read or answered
    bool draining = false;
    std::list<std::unique_ptr<Connection>> connections; // oldest first
};

namespace {

/// One client. At any time it waits for one thing only, so whoever waits owns the next step; `end()` is the last of them.
template <class Stream>
class StreamConnection : public Connection {
public:
    StreamConnection(ServerCore& server, Stream stream)
        : server_(server), stream_(std::move(stream))
    {
        Error error;
        const auto peer = lowest().socket().remote_endpoint(error);
        peer_ = error ? "-" : peer.address().to_string();
    }
    ~StreamConnection() override { releaseBody(); }
    void start() override
    {
        if constexpr (kIsTls) {
            lowest().expires_after(limits().headers);
            stream_.async_handshake(net::ssl::stream_base::server,
                                    [this](const Error& error) { error ? end() : awaitRequest(); });
        } else {
            awaitRequest();
        }
    }

    bool isIdle() const override { return idle_; }
    void endIfIdle() override
    {
        if (std::exchange(idle_, false)) {
            lowest().close(); // the read ends with an error, and that ends the connection
        }
    }

private:
    static constexpr bool kIsTls = !std::is_same_v<Stream, tcp_stream>;

    tcp_stream& lowest() { return boost::beast::get_lowest_layer(stream_); }
    const Limits& limits() const { return server_.options.limits; }

    void awaitRequest()
    {
        if (server_.draining) {
            return close();
        }
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(limits().headerBytes));
        parser_->body_limit(limits().uploadBytes);
        if (buffer_.size() > 0) {
            return readHeader();
        }
        idle_ = true;
        lowest().expires_after(limits().idle);
        stream_.async_read_some(buffer_.prepare(4096), [this](const Error& error, std::size_t n) {
            idle_ = false;
            buffer_.commit(n);
            error ? end() : readHeader();
        });
    }

    void readHeader()
    {
        began_ = steady_clock::now();
        request_ = {};
        request_.method.clear();
        request_.peer = peer_;
        request_.isSecure = kIsTls;
        isHead_ = false;
        lowest().expires_after(limits().headers);
        http::async_read_header(stream_, buffer_, *parser_,
                                [this](const Error& error, std::size_t) { onHeader(error); });
    }

    void onHeader(const Error& error)
    {
        if (error) {
            return isParseError(error) ? refuse(statusOfError(error)) : end();
        }
        const RequestHead head = headOf(*parser_);
        request_.method = head.method;
        setTarget(request_, head.target);
        const std::size_t bodyLimit = server_.options.bodyLimit(request_.path);
        if (const int status = refusalOf(head, limits(), bodyLimit)) {
            return refuse(status);
        }
        body_ = static_cast<std::size_t>(parser_->content_length().value_or(0));
        server_.bodies += body_;
        if (server_.bodies > limits().bodiesBytes) {
            return refuse(503);
        }
        if (parser_->is_done()) {
            return ask();
        }
        lowest().expires_after(body_ > limits().bodyBytes ? limits().upload : limits().body);
        http::async_read(stream_, buffer_, *parser_, [this](const Error& failure, std::size_t) {
            if (failure) {
                return isParseError(failure) ? refuse(statusOfError(failure)) : end();
            }
            ask();
        });
    }

    void ask()
    {
        auto message = parser_->release();
        keepAlive_ = message.keep_alive();
        Request request = request_;
        for (const auto& field : message) {
            request.headers.push_back(
                {std::string(field.name_string()), std::string(field.value())});
        }
        request.body = std::move(message.body());
        if (server_.options.isBehindProxy) {
            believeProxy(request);
            request_.peer = request.peer;
        }
        isHead_ = request.method == "HEAD";
        lowest().expires_never();
        server_.workers.ask(std::move(request), [this](Response response) {
            net::post(server_.io, [this, answer = std::move(response)]() mutable {
                releaseBody();
                send(std::move(answer));
            });
        });
    }

    void refuse(int status)
    {
        keepAlive_ = false;
        isRefused_ = true;
        send(textResponse(status, reasonOf(status)));
    }

    void send(Response response)
    {
        response_ = std::move(response);
        keepAlive_ = keepAlive_ && !server_.draining && ++answered_ < limits().requestsAConnection;
        const std::uint64_t size =
            response_.spool ? response_.spool->size() : response_.body.size();
        head_ = responseHead(response_, {.now = server_.options.now(),
                                         .size = size,
                                         .isTls = kIsTls,
                                         .keepsAlive = keepAlive_});
        sent_ = 0;
        lowest().expires_after(limits().response + milliseconds(static_cast<std::int64_t>(
                                                       size * 1000 / limits().bytesASecond)));
        std::array<net::const_buffer, 2> buffers = {net::buffer(head_), {}};
        if (!isHead_ && !response_.spool) {
            buffers[1] = net::buffer(response_.body);
            sent_ = size;
        }
        net::async_write(stream_, buffers, [this](const Error& error, std::size_t) {
            error ? finish(error) : sendSpool();
        });
    }

    void sendSpool()
    {
        if (isHead_ || !response_.spool || sent_ >= response_.spool->size()) {
            return finish({});
        }
        try {
            head_ = response_.spool->read(sent_, kChunk);
        } catch (const std::system_error&) {
            return finish(net::error::eof); // the client sees that the length is not reached
        }
        sent_ += head_.size();
        net::async_write(stream_, net::buffer(head_), [this](const Error& error, std::size_t) {
            error ? finish(error) : sendSpool();
        });
    }

    void finish(const Error& error)
    {
        const auto took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - began_);
        server_.options.log(
            accessLine(request_, response_, server_.options.now(), sent_, took.count()));
        response_ = {};
        if (error) {
            return end();
        }
        keepAlive_ ? awaitRequest() : close();
    }

    /// So that the last response arrives even while the client still sends: no more from us, then what still comes is thrown away for a moment.
    void close()
    {
        if constexpr (kIsTls) {
            lowest().expires_after(kLinger);
            stream_.async_shutdown([this](const Error&) { end(); });
        } else {
            Error error;
            lowest().socket().shutdown(tcp::socket::shutdown_send, error);
            if (error || !isRefused_) {
                return end();
            }
            lowest().expires_after(kLinger);
            discard();
        }
    }

    void discard()
    {
        buffer_.clear();
        stream_.async_read_some(buffer_.prepare(kChunk), [this](const Error& error, std::size_t n) {
            discarded_ += n;
            error || discarded_ > kMostDiscarded ? end() : discard();
        });
    }

    void releaseBody()
    {
        server_.bodies -= body_;
        body_ = 0;
    }

    void end() { server_.remove(this); } // deletes this

    ServerCore& server_;
    Stream stream_;
    boost::beast::flat_buffer buffer_{2 * kChunk};
    std::optional<http::request_parser<http::string_body>> parser_;
    Request request_; // without its body; for the log
    Response response_;
    std::string head_;
    std::string peer_;
    std::uint64_t sent_ = 0;
    std::size_t body_ = 0;
    std::size_t answered_ = 0;
    std::size_t discarded_ = 0;
    steady_clock::time_point began_ = steady_clock::now();
    bool idle_ = false;
    bool isHead_ = false;
    bool isRefused_ = false;
    bool keepAlive_ = true;
};

} // namespace

void ServerCore::accept()
{
    acceptor.async_accept([this](const Error& error, tcp::socket socket) {
        if (draining) {
            return;
        }
        if (error) { // no more files may be open, say
            timer.expires_after(milliseconds(100));
            timer.async_wait([this](const Error& stopped) {
                if (!stopped && !draining) {
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
    if (connections.size() >= options.limits.connections) {
        const auto idle =
            std::ranges::find_if(connections, [](const auto& one) { return one->isIdle(); });
        if (idle == connections.end()) {
            return; // this one is reset
        }
        (*idle)->endIfIdle();
    }
    Error ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    if (tls) {
        connections.push_back(std::make_unique<StreamConnection<TlsStream>>(
            *this, TlsStream(tcp_stream(std::move(socket)), *tls)));
    } else {
        connections.push_back(
            std::make_unique<StreamConnection<tcp_stream>>(*this, tcp_stream(std::move(socket))));
    }
    connections.back()->start();
}

void ServerCore::remove(Connection* connection)
{
    std::erase_if(connections, [&](const auto& one) { return one.get() == connection; });
    if (draining && connections.empty()) {
        io.stop();
    }
}

void ServerCore::drain()
{
    draining = true;
    Error ignored;
    acceptor.close(ignored);
    for (const auto& connection : connections) {
        connection->endIfIdle();
    }
    if (connections.empty()) {
        return io.stop();
    }
    timer.expires_after(options.limits.drain);
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
    core_->workers.start(core_->options.workers, core_->options.makeWorker);
    core_->accept();
    const auto guard = net::make_work_guard(core_->io); // a worker may be busy while no socket is
    core_->io.run();
    core_->workers.finish();
}

void HttpServer::stop()
{
    net::post(core_->io, [this] { core_->drain(); });
}

} // namespace giftbox::web
