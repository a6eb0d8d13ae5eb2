#pragma once

#include "books/books.h"

namespace giftbox::program {

/// How far ahead people may be nominated and chosen.
inline constexpr std::int64_t kMonthsAhead = 12;

/// Months from `from` to `to`; negative when `to` is earlier.
std::int64_t monthsBetween(foundation::Month from, foundation::Month to);

/// Requires a month whose nominations and list may still change. Throws Refusal `month.closed`, `month.too_far_ahead`.
void requireOpenMonth(const books::WriteTransaction& tx, foundation::Month month);

} // namespace giftbox::program
