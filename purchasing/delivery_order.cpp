#include "purchasing/delivery_order.h"

#include "inventory/item_code.h"

#include <algorithm>

namespace giftbox::purchasing {

using foundation::Refusal;

DeliveryOrder::DeliveryOrder(books::WriteTransaction& tx, OrderNo number)
    : tx_(tx), attachments_(tx, {&number, 1}), order_(attachments_.order(number))
{
    (void)requireStep(order_, OrderStep::Receive);
}

void DeliveryOrder::complete(Delivery& delivery) const
{
    const SupplierBook book(tx_);
    const std::string& supplier = book.of(order_.supplier).supplier.name;
    if (!delivery.supplier.empty() && book.nameFor(delivery.supplier) != supplier) {
        throw Refusal("order.other_supplier", {{"order", toText(order_.number)},
                                               {"supplier", supplier},
                                               {"typed", delivery.supplier}});
    }
    delivery.supplier = supplier;
    if (!delivery.lines.empty()) {
        return;
    }
    for (const OrderLine& line : order_.lines) {
        if (line.toCome() > 0) {
            delivery.lines.push_back({.sku = line.sku, .units = line.toCome()});
        }
    }
}

const OrderLine& DeliveryOrder::lineOf(const std::string& sku) const
{
    const inventory::NumberedItem item = inventory::requireItem(tx_, sku);
    const auto line = std::ranges::find(order_.lines, item.number, &OrderLine::item);
    if (line == order_.lines.end()) {
        throw Refusal("order.item_not_ordered",
                      {{"order", toText(order_.number)}, {"sku", item.item.sku}});
    }
    return *line;
}

void DeliveryOrder::attach(const OrderLine& line, const ReceivedLine& received)
{
    attachments_.attach({.order = order_.number,
                         .line = line.line,
                         .lot = received.lot.lot,
                         .units = received.receipt.units});
}

} // namespace giftbox::purchasing
