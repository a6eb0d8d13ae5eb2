#pragma once

#include "books/store.h"
#include "foundation/money.h"

#include <optional>
#include <string>

namespace giftbox::purchasing {

/// A line of a delivery as it is typed: units, or packs of a size; the cost of all units together, or of one.
struct DeliveryLine {
    std::string sku;
    std::optional<std::int64_t> units = {};
    std::optional<std::int64_t> packs = {};
    std::optional<std::int64_t> packSize = {}; ///< the item's, if left out
    std::optional<foundation::Money> cost = {};
    std::optional<foundation::Money> price = {};
};

/// The units of a line: those typed, or packs times their size; where both are typed, they agree. Pure. Throws Refusal
/// `delivery.units_needed`, `delivery.units_differ`, `units.malformed`.
std::int64_t unitsOf(const DeliveryLine& line, std::int64_t packSizeOfItem);

/// The cost of a line: that typed, or price times units; where both are typed, they agree. Pure. Throws Refusal
/// `delivery.cost_needed`, `delivery.cost_differs`, `cost.negative`, `cost.too_much`.
foundation::Money costOf(const books::Store& store, const DeliveryLine& line, std::int64_t units);

} // namespace giftbox::purchasing
