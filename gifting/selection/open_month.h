#pragma once

#include "books/books.h"

namespace giftbox::gifting {

/// How far ahead recipients may be nominated and selected.
inline constexpr std::int64_t kMonthsAhead = 12;

using foundation::monthsBetween;

/// Requires a month whose nominations and list may still change. Throws Refusal `month.closed`,
/// `month.too_far_ahead`; a month long past needs confirmation.
void requireOpenMonth(books::WriteTransaction& tx, foundation::Month month);

} // namespace giftbox::gifting
