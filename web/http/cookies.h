#pragma once

#include "web/http/http.h"

#include <optional>

namespace giftbox::web {

/// The value of a cookie in the request; none unless there is exactly one of the name.
std::optional<std::string> cookieOf(const Request& request, std::string_view name);

/// How long the browser keeps it: until it closes, for some seconds, or not at all.
struct Cookie {
    std::string name;
    std::string value; ///< from `[A-Za-z0-9_%.-]`
    std::optional<int> seconds;
};

/// A cookie for all pages of this host, hidden from scripts and not sent with forms of other sites; secure under TLS.
std::string cookieText(const Cookie& cookie, bool isSecure);

} // namespace giftbox::web
