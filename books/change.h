#pragma once

#include <cstdint>
#include <optional>

namespace giftbox::books {

/// What an edit says of a number that may be missing: nothing leaves it as it is, an empty one empties it.
using NumberChange = std::optional<std::optional<std::int64_t>>;

} // namespace giftbox::books
