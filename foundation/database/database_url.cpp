#include "foundation/database/database_url.h"

#include <algorithm>
#include <filesystem>

namespace giftbox::foundation {
namespace {

/// Removes `password=` from the parameters after the `?`, which libpq accepts.
std::string withoutParameter(const std::string& url)
{
    constexpr std::string_view kName = "password=";
    std::string rest = url;
    const auto query = std::min(rest.find('?'), rest.size());
    for (auto at = rest.find(kName, query); at != std::string::npos; at = rest.find(kName, at)) {
        const bool isName = rest[at - 1] == '?' || rest[at - 1] == '&';
        const auto end = std::min(rest.find('&', at), rest.size() - 1) + 1;
        isName ? void(rest.erase(at, end - at)) : void(at = end);
    }
    while (rest.size() > query && (rest.ends_with('&') || rest.ends_with('?'))) {
        rest.pop_back();
    }
    return rest;
}

} // namespace

Engine engineOf(const std::string& url)
{
    return url.starts_with("postgresql://") || url.starts_with("postgres://") ? Engine::Postgresql
                                                                              : Engine::Sqlite;
}

bool hasOneWriter(const std::string& url) { return engineOf(url) == Engine::Sqlite; }

std::optional<std::string> fileOf(const std::string& url)
{
    return url.find("://") == std::string::npos ? std::optional(url) : std::nullopt;
}

std::string databaseNameOf(const std::string& url)
{
    return std::filesystem::path(fileOf(url).value_or(url.substr(0, url.find('?')))).filename();
}

std::string withoutPassword(const std::string& whole)
{
    const std::string url = withoutParameter(whole);
    const auto user = url.find("://");
    const auto end = user == std::string::npos ? user : url.find_first_of("/?", user + 3);
    const auto at = url.substr(0, end).rfind('@');
    const auto colon = user == std::string::npos ? user : url.find(':', user + 3);
    return at == std::string::npos || colon > at ? url : url.substr(0, colon) + url.substr(at);
}

} // namespace giftbox::foundation
