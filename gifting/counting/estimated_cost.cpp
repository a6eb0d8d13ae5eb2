#include "gifting/counting/estimated_cost.h"

#include "gifting/adjust_stock.h"
#include "inventory/shelf.h"

namespace giftbox::gifting {

std::optional<foundation::Money> estimatedCost(const books::ReadTransaction& tx,
                                               const CountLine& line)
{
    const std::int64_t units = line.entry ? line.entry->difference() : 0;
    if (units == 0) {
        return foundation::Money{};
    }
    if (units > 0) {
        return line.entry->foundCost ? line.entry->foundCost : costLikeNewest(tx, line.item, units);
    }
    const auto lots = inventory::openLots(tx, line.sku);
    return inventory::unitsOf(lots) < -units ? std::nullopt
                                             : std::optional(-inventory::fifoCost(lots, -units));
}

} // namespace giftbox::gifting
