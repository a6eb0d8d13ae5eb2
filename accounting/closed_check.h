#pragma once

#include "accounting/chain_check.h"
#include "gifting/packed_on.h"

namespace giftbox::accounting {

/// Checks that closed months match the events that closed them, that their reports have the digests in those events,
/// and that the boxes packed on their last days match `carried`, which is added up from the boxes.
void checkClosedMonths(const books::ReadTransaction& tx, const std::vector<std::int64_t>& closes,
                       const std::map<std::int64_t, gifting::PackedBoxes>& carried,
                       Differences& differences);

} // namespace giftbox::accounting
