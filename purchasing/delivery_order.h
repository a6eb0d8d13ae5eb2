#pragma once

#include "purchasing/attach_receipts.h"
#include "purchasing/delivery.h"

namespace giftbox::purchasing {

/// The order that a delivery names [order-receipt]: it says what the delivery leaves out, and its lines take what
/// comes.
class DeliveryOrder {
public:
    /// Throws Refusal `order.unknown`, `order.not_ordered`.
    DeliveryOrder(books::WriteTransaction& tx, OrderNo number);

    /// Gives the delivery the order's supplier and, if it has no lines, all that is still to come. Throws Refusal
    /// `order.other_supplier`.
    void complete(Delivery& delivery) const;
    /// The line of the order for an item. Throws Refusal `order.item_not_ordered`, and like requireItem.
    const OrderLine& lineOf(const std::string& sku) const;
    void attach(const OrderLine& line, const ReceivedLine& received);
    /// Throws Refusal `order.more_than_ordered`.
    void requireNotMore() const { attachments_.requireNotMore(); }
    void write() { attachments_.write(); }

private:
    books::WriteTransaction& tx_;
    ReceiptAttachments attachments_;
    Order order_; ///< as it was before the delivery
};

} // namespace giftbox::purchasing
