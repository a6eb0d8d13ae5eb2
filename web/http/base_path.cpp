#include "web/http/base_path.h"

#include "foundation/refusal.h"

#include <algorithm>
#include <array>

namespace giftbox::web {
namespace {

/// Where the site's own paths begin. A base path like one of them would make it unclear whether a proxy removed it.
constexpr std::array<std::string_view, 8> kOwn = {"s",     "api",      "assets", "login",
                                                  "setup", "password", "logout", "healthz"};

/// Characters with the same meaning in an address, a cookie and the settings of any proxy.
bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_.~").find(c) != std::string_view::npos;
}

bool isPart(std::string_view part)
{
    return !part.empty() && part != "." && part != ".." && std::ranges::all_of(part, isPlain);
}

} // namespace

std::string parseBasePath(std::string_view text)
{
    std::string_view rest = text;
    if (rest.ends_with('/')) {
        rest.remove_suffix(1);
    }
    const std::string base(rest);
    bool isFirst = true;
    bool isSound = text.starts_with('/');
    while (isSound && !rest.empty()) {
        rest.remove_prefix(1);
        const std::string_view part = rest.substr(0, rest.find('/'));
        isSound = isPart(part) && !(isFirst && std::ranges::find(kOwn, part) != kOwn.end());
        isFirst = false;
        rest.remove_prefix(part.size());
    }
    if (!isSound) {
        throw foundation::Refusal("serve.base_path_malformed", {{"text", text}});
    }
    return base;
}

void takeBasePath(Request& request, const std::string& base)
{
    request.base = base;
    const std::string_view path = request.path;
    const bool isBelow =
        path.starts_with(base) && (path.size() == base.size() || path[base.size()] == '/');
    if (isBelow && !base.empty()) {
        request.path = path.size() == base.size() ? "/" : std::string(path.substr(base.size()));
    }
}

std::string siteAddress(const Request& request, std::string_view path)
{
    return request.base + std::string(path);
}

} // namespace giftbox::web
