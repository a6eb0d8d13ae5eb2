#pragma once

#include "inventory/available.h"

namespace giftbox::tests {

/// Contents of a category: units in one lot that came on 1 March 2026, each for 1.00.
inline inventory::AvailableItem contents(const std::string& sku, const std::string& category,
                                         std::int64_t units)
{
    inventory::AvailableItem item{.sku = sku, .name = "Item " + sku, .category = category};
    if (units > 0) {
        item.lots.push_back({.number = books::LotNo{1},
                             .receivedOn = foundation::Date(20260301),
                             .unitsLeft = units,
                             .costLeft = {100 * units}});
    }
    return item;
}

} // namespace giftbox::tests
