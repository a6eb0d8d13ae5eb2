#include "web/http/client_address.h"
#include "web/http/cookies.h"
#include "web/http/multipart.h"
#include "web/http/request_head.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <cstdlib>
#include <optional>

namespace {

namespace http = boost::beast::http;
using namespace giftbox::web;

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

/// What the server does with a head that it has read.
void requireSound(const RequestHead& head, Request request)
{
    const Limits limits;
    setTarget(request, head.target);
    require(targetOf(request) + (head.target.ends_with('?') && request.query.empty() ? "?" : "") ==
            head.target);
    const int status = refusalOf(head, limits, limits.bodyBytes);
    if (status == 0) {
        require(head.target.starts_with('/') && head.target.size() <= limits.targetBytes);
        require(head.contentLength <= limits.bodyBytes && !head.hasTransferEncoding);
        require(head.fields == request.headers.size() && head.fields <= limits.headerFields);
    } else {
        require(reasonOf(status) != "Unknown");
    }
    const Address peer = parseAddress("10.0.0.1").value();
    const std::vector<Network> proxies = parseNetworks("10.0.0.0/8,2001:db8::/32");
    believeProxies(request, peer, proxies);
    (void)shareOf(request.peer);
    (void)cookieOf(request, "giftbox");
    (void)headerParameter(request.header("Content-Type"), "boundary");

    Response response;
    response.add("Location", request.path);
    const std::string answer = responseHead(response, {});
    require(answer.find("\r\n\r\n") == answer.size() - 4);
    require(accessLine(request, response, {}, 0, 0).find('\n') == std::string::npos);
}

} // namespace

/// Whatever a stranger sends is refused or understood, and ends neither our head nor a line of the access log.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    http::request_parser<http::empty_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(Limits().headerBytes));
    parser.body_limit(Limits().uploadBytes);
    boost::system::error_code error;
    parser.put(boost::asio::buffer(data, size), error);
    if (!parser.is_header_done() || (error && error != http::error::need_more)) {
        return 0;
    }
    Request request;
    request.headers = headersOf(parser);
    requireSound(headOf(parser), std::move(request));
    return 0;
}
