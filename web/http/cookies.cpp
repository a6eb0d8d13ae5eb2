#include "web/http/cookies.h"

#include <algorithm>

namespace giftbox::web {

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

std::string cookieText(const Cookie& cookie, bool isSecure)
{
    std::string text = cookie.name + "=" + cookie.value + "; Path=/; HttpOnly; SameSite=Lax";
    if (cookie.seconds) {
        text += "; Max-Age=" + std::to_string(*cookie.seconds);
    }
    return isSecure ? text + "; Secure" : text;
}

} // namespace giftbox::web
