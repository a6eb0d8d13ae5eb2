#pragma once

#include "purchasing/order.h"

#include <span>

namespace giftbox::purchasing {

/// Units of a lot that come for a line of an order.
struct LineReceipt {
    OrderNo order;
    std::int64_t line = 0;
    books::LotNo lot;
    std::int64_t units = 0;
};

/// The only writer of order_receipt: attaches received lots to lines of orders, as facts of the transaction's event,
/// which the caller records. It reads the orders itself; the lots are written before.
class ReceiptAttachments {
public:
    /// Reads the orders. Throws Refusal `order.unknown`.
    ReceiptAttachments(books::WriteTransaction& tx, std::span<const OrderNo> orders);

    /// As it is with what was attached so far.
    const Order& order(OrderNo number) const { return orders_.at(number); }
    /// Requires that the lot has the item of the line, the line's order among those read, and that something may come
    /// of it. Throws Refusal `order.line_unknown`.
    void attach(const LineReceipt& receipt);
    /// Requires that no line has more units than ordered and the store's `order_more_percent` of them, unless that is
    /// confirmed. Throws Refusal
    /// `order.more_than_ordered`, with every such line.
    void requireNotMore() const;
    void write();

private:
    books::WriteTransaction& tx_;
    std::map<OrderNo, Order> orders_;
    std::vector<LineReceipt> receipts_; ///< attached and not written
};

} // namespace giftbox::purchasing
