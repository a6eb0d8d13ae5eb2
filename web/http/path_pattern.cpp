#include "web/http/path_pattern.h"

#include "web/http/form.h"

#include <algorithm>

namespace giftbox::web {

namespace {

/// Removes and returns the first part of a path that begins with `/`.
std::string_view takePart(std::string_view& path)
{
    path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(end);
    return part;
}

} // namespace

std::optional<PathParts> matchPath(std::string_view pattern, std::string_view path)
{
    PathParts found;
    while (!pattern.empty() && !path.empty()) {
        const std::string_view wanted = takePart(pattern);
        const std::string_view given = takePart(path);
        if (!wanted.starts_with('{')) {
            if (wanted != given) {
                return std::nullopt;
            }
            continue;
        }
        auto decoded = decodePercent(given, Plus::IsItself);
        if (!decoded || decoded->empty()) {
            return std::nullopt;
        }
        (wanted == "{store}" ? found.store : found.part) = std::move(*decoded);
    }
    return pattern.empty() && path.empty() ? std::optional(std::move(found)) : std::nullopt;
}

} // namespace giftbox::web
