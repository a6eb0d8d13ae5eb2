#include "purchasing/delivery_line.h"

#include "foundation/refusal.h"
#include "inventory/shelf.h"

namespace giftbox::purchasing {

using foundation::Money;
using foundation::Refusal;

std::int64_t unitsOf(const DeliveryLine& line, std::int64_t packSizeOfItem)
{
    if (!line.packs) {
        if (!line.units) {
            throw Refusal("delivery.units_needed");
        }
        inventory::requireUnits(*line.units);
        return *line.units;
    }
    const std::int64_t size = line.packSize.value_or(packSizeOfItem);
    inventory::requireUnits(*line.packs);
    inventory::requireUnits(size);
    const std::int64_t units = *line.packs * size; // each is at most 1,000,000,000
    inventory::requireUnits(units);
    if (line.units && *line.units != units) {
        throw Refusal(
            "delivery.units_differ",
            {{"packs", *line.packs}, {"size", size}, {"units", units}, {"typed", *line.units}});
    }
    return units;
}

Money costOf(const books::Store& store, const DeliveryLine& line, std::int64_t units)
{
    if (!line.price) {
        if (!line.cost) {
            throw Refusal("delivery.cost_needed");
        }
        inventory::requireCost(store, *line.cost);
        return *line.cost;
    }
    inventory::requireCost(store, *line.price);
    const Money cost = portion(*line.price, units, 1); // exact, also beyond 64 bits
    inventory::requireCost(store, cost);
    if (line.cost && *line.cost != cost) {
        throw Refusal("delivery.cost_differs", {{"units", units},
                                                {"price", store.money(*line.price)},
                                                {"cost", store.money(cost)},
                                                {"typed", store.money(*line.cost)}});
    }
    return cost;
}

} // namespace giftbox::purchasing
