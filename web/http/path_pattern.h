#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace giftbox::web {

/// What stands in a path for the parts in braces of its pattern.
struct PathParts {
    std::string store; ///< for `{store}`
    std::string part;  ///< for the other one
};

/// None when the path is not like the pattern. Requires that both begin with `/`. The path is percent-encoded.
std::optional<PathParts> matchPath(std::string_view pattern, std::string_view path);

} // namespace giftbox::web
