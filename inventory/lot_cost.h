#pragma once

#include "foundation/money.h"

namespace giftbox::inventory {

/// What a lot has in the books, and what is left of it.
struct LotCost {
    std::int64_t units = 0;
    foundation::Money cost;
    std::int64_t unitsLeft = 0;
    foundation::Money costLeft;

    bool operator==(const LotCost&) const = default;
};

/// A lot after a change of its units or cost, and the part of the change that belongs to units gone.
struct ChangedLot {
    LotCost lot;
    foundation::Money variance;
};

/// Changes what a lot has [variance]: the units left cost their share of its cost then, rounded half up, and the rest
/// of the change is variance, so that nothing is lost. This is the only rule for a cost that changes afterwards. Pure.
/// Requires cost >= 0, units > 0, and at least the units gone.
ChangedLot changed(const LotCost& lot, std::int64_t units, foundation::Money cost);

} // namespace giftbox::inventory
