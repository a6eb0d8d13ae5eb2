#pragma once

#include "accounting/chain_check.h"
#include "gifting/packed_on.h"

namespace giftbox::accounting {

/// Closed months say what the events that closed them say, their reports have the digest these keep, and what lay packed on the last day of each is what
/// `carried` has, which was added up from the boxes.
void checkClosedMonths(const books::ReadTransaction& tx, const std::vector<std::int64_t>& closes,
                       const std::map<std::int64_t, gifting::PackedBoxes>& carried,
                       Differences& differences);

} // namespace giftbox::accounting
