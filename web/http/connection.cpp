#include "web/http/connection.h"

#include "web/http/base_path.h"
#include "web/http/request_body.h"
#include "web/http/request_head.h"

#include <utility> // Boost 1.74 leaves it out

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include <array>
#include <optional>

namespace giftbox::web {

namespace net = boost::asio;
namespace http = boost::beast::http;
using boost::beast::tcp_stream;
using net::ip::tcp;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using Error = boost::system::error_code;
using TlsStream = boost::beast::ssl_stream<tcp_stream>;

namespace {

constexpr std::size_t kChunk = 64 * 1024;
constexpr std::size_t kMostDiscarded = 4 * 1024 * 1024;
constexpr milliseconds kLinger{2000};

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

/// One client. It waits for one event at a time, and its handler owns the next step; `end()` is the last.
template <class Stream>
class StreamConnection : public Connection {
public:
    StreamConnection(ConnectionHost& server, Stream stream, const AcceptedSocket& accepted)
        : Connection({Stage::Head, clientOf(accepted)}), server_(server),
          stream_(std::move(stream)), peer_(accepted.peer), isProxy_(accepted.isProxy)
    {}
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

    void cut() override
    {
        held_.stage = Stage::Cut;
        lowest().close(); // the pending wait ends with an error, which ends the connection
    }

private:
    static constexpr bool kIsTls = !std::is_same_v<Stream, tcp_stream>;

    static std::optional<Network> clientOf(const AcceptedSocket& accepted)
    {
        return accepted.isProxy ? std::nullopt : std::optional(shareOf(accepted.peer));
    }

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
        held_.stage = Stage::Idle;
        lowest().expires_after(limits().idle);
        stream_.async_read_some(buffer_.prepare(4096), [this](const Error& error, std::size_t n) {
            buffer_.commit(n);
            error ? end() : readHeader();
        });
    }

    void readHeader()
    {
        held_.stage = Stage::Head;
        began_ = steady_clock::now();
        request_ = {};
        request_.method.clear();
        request_.peer = toText(peer_);
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
        takeHead(head);
        const std::size_t bodyLimit = server_.options.bodyLimit(request_.path);
        if (const int status = refusalOf(head, limits(), bodyLimit)) {
            return refuse(status);
        }
        if (isProxy_ && server_.heldBy(*held_.client) > limits().connectionsAClient) {
            return refuse(429);
        }
        expectsContinue_ = !head.expect.empty() && !head.isHttp10;
        isUpload_ = head.contentLength > 0 && bodyLimit > limits().bodyBytes;
        isUpload_ || head.contentLength > limits().unaskedBytes ? announce() : invite();
    }

    /// The client of the request.
    void takeHead(const RequestHead& head)
    {
        request_.method = head.method;
        setTarget(request_, head.target);
        takeBasePath(request_, server_.options.basePath);
        request_.headers = headersOf(*parser_);
        if (isProxy_) {
            believeProxies(request_, peer_, server_.options.proxies);
            held_.client = shareOf(parseAddress(request_.peer).value_or(peer_));
        }
    }

    /// Reads a file, or a large body, only from a client that may send it.
    void announce()
    {
        Request request = request_;
        request.isAnnounced = true;
        askWorker(std::move(request), [this](Response response) {
            if (response.status == 100) {
                return invite();
            }
            sendLast(std::move(response));
        });
    }

    /// Answers `Expect: 100-continue`.
    void invite()
    {
        held_.stage = Stage::Transfer;
        if (!expectsContinue_ || parser_->is_done() || buffer_.size() > 0) {
            return readBody();
        }
        head_ = "HTTP/1.1 100 Continue\r\n\r\n";
        lowest().expires_after(limits().headers);
        net::async_write(stream_, net::buffer(head_),
                         [this](const Error& error, std::size_t) { error ? end() : readBody(); });
    }

    void readBody()
    {
        if (parser_->is_done()) {
            return ask();
        }
        room_.emplace(isUpload_ ? server_.uploads : server_.bodies,
                      isUpload_ ? limits().uploadsBytes : limits().bodiesBytes);
        parser_->get().body().isFile = isUpload_;
        parser_->get().body().room = &*room_;
        lowest().expires_after(isUpload_ ? limits().upload : limits().body);
        http::async_read(stream_, buffer_, *parser_, [this](const Error& failure, std::size_t) {
            if (failure == boost::system::errc::no_space_on_device) {
                return refuse(507);
            }
            if (failure == boost::system::errc::not_enough_memory) {
                return refuse(503);
            }
            if (failure) {
                return isParseError(failure) ? refuse(statusOfError(failure)) : end();
            }
            ask();
        });
    }

    template <class Then>
    // NOLINTNEXTLINE(performance-unnecessary-value-param): it is moved on
    void askWorker(Request request, Then then)
    {
        held_.stage = Stage::Worker;
        lowest().expires_never();
        server_.workers.ask(std::move(request), [this, then](Response response) {
            net::post(server_.io,
                      [then, answer = std::move(response)]() mutable { then(std::move(answer)); });
        });
    }

    void ask()
    {
        auto message = parser_->release();
        keepAlive_ = message.keep_alive();
        std::vector<Header> headers = std::exchange(request_.headers, {});
        Request request = request_;
        request.headers = std::move(headers);
        request.body = std::move(message.body().text);
        file_ = std::move(message.body().file);
        request.file = file_.get();
        isHead_ = request.method == "HEAD";
        askWorker(std::move(request), [this](Response response) {
            releaseBody();
            send(std::move(response));
        });
    }

    void refuse(int status) { sendLast(textResponse(status, reasonOf(status))); }

    void sendLast(Response response)
    {
        keepAlive_ = false;
        isRefused_ = true;
        send(std::move(response));
    }

    void send(Response response)
    {
        held_.stage = Stage::Transfer;
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
            return finish(net::error::eof); // the client sees a short response
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
        if (isProxy_) {
            held_.client.reset();
        }
        if (error) {
            return end();
        }
        keepAlive_ ? awaitRequest() : close();
    }

    /// Lets the last response arrive while the client still sends: stops sending, then discards input for a moment.
    void close()
    {
        held_.stage = Stage::Closing;
        releaseBody();
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
        parser_.reset();
        file_.reset();
        room_.reset();
    }

    void end() { server_.remove(this); } // deletes this

    ConnectionHost& server_;
    Stream stream_;
    boost::beast::flat_buffer buffer_{2 * kChunk};
    std::optional<http::request_parser<RequestBody>> parser_;
    Request request_; // without its body; for the log
    Response response_;
    std::string head_;
    Address peer_;
    bool isProxy_ = false;
    std::uint64_t sent_ = 0;
    std::optional<BodyRoom> room_;
    std::unique_ptr<Spool> file_;
    bool expectsContinue_ = false;
    bool isUpload_ = false;
    std::size_t answered_ = 0;
    std::size_t discarded_ = 0;
    steady_clock::time_point began_ = steady_clock::now();
    bool isHead_ = false;
    bool isRefused_ = false;
    bool keepAlive_ = true;
};

} // namespace

std::unique_ptr<Connection> makeConnection(ConnectionHost& server, AcceptedSocket accepted,
                                           net::ssl::context* tls)
{
    tcp::socket socket(server.io, accepted.isV6 ? tcp::v6() : tcp::v4(), accepted.handle);
    Error ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    tcp_stream stream(std::move(socket));
    if (tls == nullptr) {
        return std::make_unique<StreamConnection<tcp_stream>>(server, std::move(stream), accepted);
    }
    return std::make_unique<StreamConnection<TlsStream>>(server, TlsStream(std::move(stream), *tls),
                                                         accepted);
}

} // namespace giftbox::web
