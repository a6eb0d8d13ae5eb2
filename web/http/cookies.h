#pragma once

#include "web/http/http.h"

#include <optional>

namespace giftbox::web {

/// The value of a cookie that the browser has sent; none when there is none, or more than one of the name.
std::optional<std::string> cookieOf(const Request& request, std::string_view name);

/// How long the browser keeps it: until it is closed, for some seconds, or no longer.
struct Cookie {
    std::string name;
    std::string value; ///< of `[A-Za-z0-9_%.-]`
    std::optional<int> seconds;
};

/// For this host and all its pages, out of reach of scripts, never sent along from other sites' forms; under TLS only there.
std::string cookieText(const Cookie& cookie, bool isSecure);

} // namespace giftbox::web
