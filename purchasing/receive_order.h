#pragma once

#include "purchasing/order.h"
#include "purchasing/receipt.h"

namespace giftbox::purchasing {

/// What came of an order. Without lines, all that is still to come.
struct OrderDelivery {
    OrderNo order;
    struct Line {
        std::string sku;
        std::int64_t units = 0;
    };
    std::vector<Line> lines = {};
    foundation::Date receivedOn;
    std::optional<std::string> reference = {};
};

/// A receipt of it.
struct OrderReceived {
    Receipt receipt;
    ReceivedLot lot;
};

/// Puts what came of an order into stock, one receipt for each line, at the cost of the order; all of them in one
/// event, or none. Every fault of every line is said at once. Throws Refusal `order.unknown`, `order.not_ordered`,
/// `order.item_not_ordered`, `order.more_than_ordered` (unless confirmed), and like receiveStock.
std::vector<OrderReceived> receiveOrder(books::WriteTransaction& tx, const OrderDelivery& delivery);

} // namespace giftbox::purchasing
