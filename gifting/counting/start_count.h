#pragma once

#include "gifting/counting/count_session.h"

namespace giftbox::gifting {

struct CountStart {
    foundation::Date on;
    std::optional<std::string> bin = {};
    std::optional<std::string> category = {}; ///< without either, all items
};

/// Starts a count of the items of a bin or category, or of all, and keeps what the books have of each at the end of
/// `on`. Retired items are left out unless some are on the shelf. Records `count.start`. Throws Refusal
/// `count.scope` (both given), `count.no_items`, `month.closed`, `date.in_future`.
CountSession startCount(books::WriteTransaction& tx, const CountStart& request);

} // namespace giftbox::gifting
