#pragma once

#include "accounting/chain_check.h"
#include "accounting/kind_stock.h"
#include "gifting/packed_on.h"

namespace giftbox::accounting {

/// Checks that closed months match the events that closed them, that their reports have the digests in those events,
/// and that the boxes packed and the stock on their last days match `carried` and `stocks`, which are added up from the
/// boxes and movements.
void checkClosedMonths(const books::ReadTransaction& tx, const std::vector<std::int64_t>& closes,
                       const std::map<std::int64_t, gifting::PackedBoxes>& carried,
                       const std::map<std::int64_t, KindStock>& stocks, Differences& differences);

} // namespace giftbox::accounting
