#pragma once

#include "web/http/http.h"

#include <optional>

namespace giftbox::web {

/// The value of a cookie in the request; none unless there is exactly one of the name.
std::optional<std::string> cookieOf(const Request& request, std::string_view name);

/// The name of a cookie of this site; `what` is empty for the session. Browsers send the cookies of one host to all of
/// its ports, so the name has the port; a site below a path of the host has it in the name too. Under TLS, a prefix
/// keeps other hosts, and other paths of this one where there is no base path, from setting the cookie.
std::string cookieName(const Request& request, std::string_view what);

/// How long the browser keeps it: until it closes, for some seconds, or not at all.
struct Cookie {
    std::string name;
    std::string value; ///< from `[A-Za-z0-9_%.-]`
    std::optional<int> seconds;
};

/// A cookie for all pages of this site, hidden from scripts and not sent with forms of other sites; secure under TLS.
std::string cookieText(const Cookie& cookie, const Request& request);

} // namespace giftbox::web
