#pragma once

#include "gifting/counting/count_session.h"

namespace giftbox::gifting {

/// What the difference of a counted item would cost if it were posted now, negative for missing units: these leave at
/// FIFO cost; units found cost what somebody gave, or as much as the newest lot bought. None where that is not known,
/// or more are missing than there are. 0 where the books had it right, or nobody counted.
std::optional<foundation::Money> estimatedCost(const books::ReadTransaction& tx,
                                               const CountLine& line);

} // namespace giftbox::gifting
