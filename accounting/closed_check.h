#pragma once

#include "accounting/chain_check.h"
#include "accounting/kind_stock.h"
#include "gifting/packed_on.h"

namespace giftbox::accounting {

/// Checks that closed months, and those opened again, match the events that did it, that the reports of closed ones
/// have the digests in their events, and that the boxes packed and the stock on the last days match `carried` and
/// `stocks`, which are added up from the boxes and movements, by the event of the close.
void checkClosedMonths(const books::ReadTransaction& tx, const KeptEvents& events,
                       const std::map<std::int64_t, gifting::PackedBoxes>& carried,
                       const std::map<std::int64_t, KindStock>& stocks, Differences& differences);

} // namespace giftbox::accounting
