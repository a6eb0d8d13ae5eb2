#pragma once

#include "purchasing/order.h"

namespace giftbox::purchasing {

/// A line of a draft: the units of an item, and what they cost together. Units of 0 take the line away.
struct OrderLineRequest {
    OrderNo order;
    std::string sku;
    std::int64_t units = 0;
    std::optional<foundation::Money> cost = {}; ///< else in proportion to what the line costs now
};

/// Adds a line to a draft, or changes one: a new version of the order. Records nothing if nothing changes. Throws
/// Refusal `order.unknown`, `order.not_draft`, `order.empty` (no line would be left), `item.unknown`, `item.ambiguous`,
/// `item.retired`, `units.malformed`, `cost.negative`.
void setOrderLine(books::WriteTransaction& tx, const OrderLineRequest& request);

/// What is to be said of an order apart from its lines; what is missing stays.
struct OrderEdit {
    OrderNo order;
    std::optional<foundation::Date> expectedOn = {};
    std::optional<std::string> note = {};
    std::optional<std::string> shipTo = {};
};

/// Changes when an order is expected, its note, or where it goes: a new version of the order. Records nothing if
/// nothing changes. Throws Refusal `order.unknown`, `order.ended`, `order.expected_on` (before today), `text.*`.
void editOrder(books::WriteTransaction& tx, const OrderEdit& edit);

} // namespace giftbox::purchasing
