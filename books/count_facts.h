#pragma once

#include "books/facts.h"

namespace giftbox::books::facts {

/// A count of several items: its start, its items, what was counted of them, and its end.
extern const FactTable kCountSession;
extern const FactTable kCountLine;
extern const FactTable kCountEntry;
extern const FactTable kCountEnd;
/// A count of one item as it was compared with the books.
extern const FactTable kItemCount;
/// A change of the list of reasons for write-offs and counts.
extern const FactTable kStockReason;

} // namespace giftbox::books::facts
