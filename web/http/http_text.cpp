#include "web/http/http_text.h"

#include "foundation/text.h"

#include <algorithm>
#include <chrono>

namespace giftbox::web {
namespace {

constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

void appendHeader(std::string& out, std::string_view name, std::string_view value)
{
    out.append(name).append(": ");
    for (const char c : value) {
        out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    }
    out += "\r\n";
}

void appendSecurityHeaders(std::string& out, bool hasPolicy, bool isTls)
{
    if (!hasPolicy) {
        appendHeader(out, "Content-Security-Policy", kPolicy);
    }
    appendHeader(out, "X-Content-Type-Options", "nosniff");
    appendHeader(out, "X-Frame-Options", "DENY");
    appendHeader(out, "Referrer-Policy", "same-origin"); // with no-referrer a form has no Origin
    appendHeader(out, "Cross-Origin-Opener-Policy", "same-origin");
    appendHeader(out, "Cross-Origin-Resource-Policy", "same-origin");
    appendHeader(out, "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (isTls) {
        appendHeader(out, "Strict-Transport-Security", "max-age=31536000");
    }
}

} // namespace

int refusalOf(const RequestHead& head, const Limits& limits, std::size_t bodyLimit)
{
    if (head.target.size() > limits.targetBytes) {
        return 414;
    }
    if (head.fields > limits.headerFields) {
        return 431;
    }
    const bool hasHost = head.hosts == 1 || (head.isHttp10 && head.hosts == 0);
    if (!hasHost || !head.hasOneLength || !head.target.starts_with('/')) {
        return 400;
    }
    if (head.hasTransferEncoding) {
        return 411;
    }
    if (head.hasContentEncoding) {
        return 415; // nothing is decompressed, so nothing grows
    }
    if (head.method != "GET" && head.method != "HEAD" && head.method != "POST") {
        return 501;
    }
    if (!head.expect.empty() && !head.isHttp10 && !isSameWithoutCase(head.expect, "100-continue")) {
        return 417;
    }
    return head.contentLength > bodyLimit ? 413 : 0;
}

void setTarget(Request& request, std::string_view target)
{
    const auto mark = std::min(target.find('?'), target.size());
    request.path = target.substr(0, mark);
    request.query = mark < target.size() ? target.substr(mark + 1) : "";
}

std::string targetOf(const Request& request)
{
    return request.path + (request.query.empty() ? "" : "?" + request.query);
}

std::string responseHead(const Response& response, const HeadFacts& facts)
{
    bool hasPolicy = false;
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + " " +
                       std::string(reasonOf(response.status)) + "\r\n";
    appendHeader(head, "Date", httpDate(facts.now));
    for (const Header& header : response.headers) {
        appendHeader(head, header.name, header.value);
        hasPolicy = hasPolicy || header.name == "Content-Security-Policy";
    }
    appendSecurityHeaders(head, hasPolicy, facts.isTls);
    if (response.status != 304) {
        appendHeader(head, "Content-Length", std::to_string(facts.size));
    }
    appendHeader(head, "Connection", facts.keepsAlive ? "keep-alive" : "close");
    return head + "\r\n";
}

std::string accessLine(const Request& request, const Response& response, foundation::Instant now,
                       std::uint64_t sent, std::int64_t elapsed)
{
    const auto orDash = [](const std::string& text) { return text.empty() ? "-" : text; };
    return toText(now) + " " + foundation::printable(orDash(request.peer)) + " " +
           foundation::printable(orDash(response.actor)) + " " + orDash(request.method) + " " +
           foundation::printable(request.path) + " " + std::to_string(response.status) + " " +
           std::to_string(sent) + " " + std::to_string(elapsed) + "ms";
}

bool isSameWithoutCase(std::string_view one, std::string_view other)
{
    return std::ranges::equal(one, other, [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? a + 32 : a) == (b >= 'A' && b <= 'Z' ? b + 32 : b);
    });
}

std::string httpDate(foundation::Instant instant)
{
    static constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::chrono::sys_days days{std::chrono::days(instant.unixMs / 86'400'000)};
    const auto month = static_cast<unsigned>(std::chrono::year_month_day(days).month());
    const std::string text = toText(instant); // YYYY-MM-DDTHH:MM:SSZ
    return std::string(kDays[std::chrono::weekday(days).c_encoding()]) + ", " + text.substr(8, 2) +
           " " + kMonths[month - 1] + " " + text.substr(0, 4) + " " + text.substr(11, 8) + " GMT";
}

} // namespace giftbox::web
