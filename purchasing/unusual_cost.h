#pragma once

#include "foundation/money.h"

namespace giftbox::purchasing {

/// Whether a cost per unit is 3 times or more, or a third or less, of that of the newest lot bought [unusual-cost].
/// Exact, without rounding. Requires units over 0 and costs of at least 0. Pure.
bool isUnusual(foundation::Money cost, std::int64_t units, foundation::Money newestCost,
               std::int64_t newestUnits);

} // namespace giftbox::purchasing
