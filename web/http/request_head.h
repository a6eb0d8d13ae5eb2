#pragma once

#include "web/http/http_text.h"

#include <iterator>
#include <string>

namespace giftbox::web {

/// What a parser of Boost.Beast has read of a request.
template <class Parser>
RequestHead headOf(const Parser& parser)
{
    const auto& message = parser.get();
    const std::string length(message["Content-Length"]);
    return {.method = std::string(message.method_string()),
            .target = std::string(message.target()),
            .fields = static_cast<std::size_t>(std::distance(message.begin(), message.end())),
            .hosts = message.count("Host"),
            .isHttp10 = message.version() == 10,
            .hasTransferEncoding = message.count("Transfer-Encoding") > 0,
            .hasContentEncoding = message.count("Content-Encoding") > 0,
            .hasOneLength =
                message.count("Content-Length") < 2 && length.find(',') == std::string::npos,
            .expect = std::string(message["Expect"]),
            .contentLength = parser.content_length().value_or(0)};
}

/// Every field of the head, in its order.
template <class Parser>
std::vector<Header> headersOf(const Parser& parser)
{
    std::vector<Header> headers;
    for (const auto& field : parser.get()) {
        headers.push_back({std::string(field.name_string()), std::string(field.value())});
    }
    return headers;
}

} // namespace giftbox::web
