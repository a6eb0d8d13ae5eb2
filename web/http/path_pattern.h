#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace giftbox::web {

/// The values of the parts in braces.
struct PathParts {
    std::string store; ///< for `{store}`
    std::string part;  ///< for the other one
};

/// None when the path does not match. Requires that both begin with `/`. The path is percent-encoded.
std::optional<PathParts> matchPath(std::string_view pattern, std::string_view path);

} // namespace giftbox::web
