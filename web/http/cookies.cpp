#include "web/http/cookies.h"

#include <algorithm>

namespace giftbox::web {

namespace {

/// The port in a `Host` header; empty if the browser uses the usual one.
std::string_view portOf(std::string_view host)
{
    const auto end = host.find_last_not_of("0123456789");
    const bool hasPort = end != std::string_view::npos && host[end] == ':';
    return hasPort ? host.substr(end + 1) : std::string_view();
}

} // namespace

std::optional<std::string> cookieOf(const Request& request, std::string_view name)
{
    std::optional<std::string> found;
    for (const Header& header : request.headers) {
        if (header.name != "Cookie" && header.name != "cookie") {
            continue;
        }
        std::string_view rest = header.value;
        while (!rest.empty()) {
            const auto end = std::min(rest.find(';'), rest.size());
            std::string_view one = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
            const auto equals = one.find('=');
            if (equals == std::string_view::npos || one.substr(0, equals) != name) {
                continue;
            }
            if (found) {
                return std::nullopt; // another site set one of the same name
            }
            found = one.substr(equals + 1);
        }
    }
    return found;
}

std::string cookieName(const Request& request, std::string_view what)
{
    std::string name = !request.isSecure ? "" : request.base.empty() ? "__Host-" : "__Secure-";
    name.append("giftbox").append(what.empty() ? "" : "_").append(what);
    if (const std::string_view port = portOf(request.header("Host")); !port.empty()) {
        name.append("_").append(port);
    }
    std::string base = request.base;
    std::ranges::replace(base, '/', '.');
    return name + base;
}

std::string cookieText(const Cookie& cookie, const Request& request)
{
    const std::string path = request.base.empty() ? "/" : request.base;
    std::string text =
        cookie.name + "=" + cookie.value + "; Path=" + path + "; HttpOnly; SameSite=Lax";
    if (cookie.seconds) {
        text += "; Max-Age=" + std::to_string(*cookie.seconds);
    }
    return request.isSecure ? text + "; Secure" : text;
}

} // namespace giftbox::web
