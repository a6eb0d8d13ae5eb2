#pragma once

#include "purchasing/delivery.h"

namespace giftbox::purchasing {

struct ReceivedDelivery {
    DeliveryNo number;
    std::vector<ReceivedLine> lines; ///< in the order of the delivery
};

/// Receives all lines of a delivery, or none [delivery]: each is a receipt with a lot of its own, under the rules of
/// receiveStock. With an order, each completes the line of its item [order-receipt]. Throws one Refusal with every
/// fault of every line, and of the document: as receiveStock and delivery_line do, and `delivery.no_lines`,
/// `delivery.item_needed`, `delivery.too_many_lines`, `delivery.total_differs`, `text.missing` (a parts transfer
/// without a reference or who authorized it), `order.other_supplier`, `order.item_not_ordered`,
/// `order.more_than_ordered` (unless confirmed). Throws Refusal `order.unknown`, `order.not_ordered` before anything
/// else.
ReceivedDelivery receiveDelivery(books::WriteTransaction& tx, const Delivery& typed);

/// Writes a delivery without its lines, as a fact of the transaction's event.
void insertDelivery(books::WriteTransaction& tx, DeliveryNo number, const Delivery& delivery);

} // namespace giftbox::purchasing
