#pragma once

#include "foundation/date.h"
#include "web/http/http.h"
#include "web/http/limits.h"

#include <array>
#include <cstdint>

namespace giftbox::web {

/// The head of a request, before its body is read.
struct RequestHead {
    std::string method;
    std::string target;
    std::size_t fields = 0;
    std::size_t hosts = 0;
    bool isHttp10 = false;
    bool hasTransferEncoding = false;
    bool hasContentEncoding = false;
    bool hasOneLength = true; ///< or none
    std::string expect;
    std::uint64_t contentLength = 0;
};

/// The status that refuses the request; 0 when its body may be read. Pure.
int refusalOf(const RequestHead& head, const Limits& limits, std::size_t bodyLimit);

/// Splits path and query.
void setTarget(Request& request, std::string_view target);

/// Joins path and query, the reverse of setTarget.
std::string targetOf(const Request& request);

struct HeadFacts {
    foundation::Instant now;
    std::uint64_t size = 0;
    bool isTls = false;
    bool keepsAlive = false;
};

/// The status line and headers, including security headers, up to the empty line. No value can start another header.
std::string responseHead(const Response& response, const HeadFacts& facts);

/// `WHEN PEER ACTOR METHOD PATH STATUS BYTES ELAPSEDms`, `elapsed` in milliseconds; without the query, which may hold
/// typed text.
std::string accessLine(const Request& request, const Response& response, foundation::Instant now,
                       std::uint64_t sent, std::int64_t elapsed);

/// Compares ASCII text, ignoring case.
bool isSameWithoutCase(std::string_view one, std::string_view other);

/// `Sun, 22 Nov 2026 19:43:53 GMT` (RFC 9110, IMF-fixdate).
std::string httpDate(foundation::Instant instant);

} // namespace giftbox::web
