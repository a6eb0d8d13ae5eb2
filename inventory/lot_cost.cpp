#include "inventory/lot_cost.h"

#include "foundation/check.h"

namespace giftbox::inventory {

ChangedLot changed(const LotCost& lot, std::int64_t units, foundation::Money cost)
{
    if (units == lot.units && cost == lot.cost) {
        return {.lot = lot, .variance = {}};
    }
    const std::int64_t gone = lot.units - lot.unitsLeft;
    GIFTBOX_CHECK(units > 0 && units >= gone && cost.minor >= 0);
    const LotCost after{.units = units,
                        .cost = cost,
                        .unitsLeft = units - gone,
                        .costLeft = portion(cost, units - gone, units)};
    return {.lot = after, .variance = cost - lot.cost - (after.costLeft - lot.costLeft)};
}

} // namespace giftbox::inventory
