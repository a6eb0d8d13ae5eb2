#pragma once

#include "inventory/available.h"

namespace giftbox::tests {

/// Contents of a category: units in one lot received on March 1, 2026, at 1.00 each.
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
