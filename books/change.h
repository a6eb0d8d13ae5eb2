#pragma once

#include <cstdint>
#include <optional>

namespace giftbox::books {

/// An edit of an optional number: nothing leaves it unchanged, an empty value clears it.
using NumberChange = std::optional<std::optional<std::int64_t>>;

} // namespace giftbox::books
