#pragma once

#include "purchasing/order.h"

namespace giftbox::purchasing {

/// Items and units for a supplier. Without a day, the order is expected after the longest lead time of its items, or of
/// the supplier for those that have none.
struct OrderRequest {
    std::string supplier;
    struct Line {
        std::string sku;
        std::int64_t units = 0;
    };
    std::vector<Line> lines;
    std::optional<foundation::Date> expectedOn = {};
    std::string note = {};
    std::optional<std::string> shipTo = {}; ///< else as the newest order has it
};

/// Makes a draft of an order. Lines of one item are added up; each costs as much as the item cost last at the supplier,
/// or else last, until somebody says otherwise. Throws Refusal `supplier.unknown`, `item.unknown`, `item.ambiguous`,
/// `item.retired`, `units.malformed`, `order.empty`, `order.expected_on` (before today), `text.*`.
OrderNo draftOrder(books::WriteTransaction& tx, const OrderRequest& request);

/// Makes a draft for every supplier of the restocking list, in one event. Items whose supplier the store does not know
/// stay on the list. Returns the drafts, by number. Throws Refusal `order.nothing_to_buy`.
std::vector<OrderNo> draftRestock(books::WriteTransaction& tx);

} // namespace giftbox::purchasing
