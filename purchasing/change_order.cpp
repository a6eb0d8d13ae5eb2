#include "purchasing/change_order.h"

#include "books/code.h"
#include "inventory/shelf.h"
#include "purchasing/write_order.h"

#include <algorithm>

namespace giftbox::purchasing {

using books::WriteTransaction;
using foundation::Refusal;

namespace {

/// The line of the item, added if there is none. Throws if it is retired and new.
OrderLine& lineOf(Order& order, const inventory::NumberedItem& item)
{
    const auto there = std::ranges::find(order.lines, item.number, &OrderLine::item);
    if (there != order.lines.end()) {
        return *there;
    }
    if (item.item.retired) {
        throw Refusal("item.retired", {{"sku", item.item.sku}});
    }
    return order.lines.emplace_back(
        OrderLine{.line = 0, .item = item.number, .sku = item.item.sku, .name = item.item.name});
}

void setUnits(OrderLine& line, const OrderLineRequest& request)
{
    inventory::requireUnits(request.units);
    if (request.cost) {
        line.cost = request.cost;
    } else if (line.cost) {
        line.cost = portion(*line.cost, request.units, line.units);
    }
    line.units = request.units;
}

} // namespace

void setOrderLine(WriteTransaction& tx, const OrderLineRequest& request)
{
    Order order = requireOrder(tx, request.order);
    (void)requireStep(order, OrderStep::Change);
    if (request.cost && request.cost->minor < 0) {
        throw Refusal("cost.negative", {{"cost", tx.store().money(*request.cost)}});
    }
    const inventory::NumberedItem item = inventory::requireItem(tx, request.sku);
    if (request.units == 0) {
        std::erase_if(order.lines, [&](const OrderLine& one) { return one.item == item.number; });
    } else {
        setUnits(lineOf(order, item), request);
    }
    if (order.lines.empty()) {
        throw Refusal("order.empty");
    }
    ++order.version;
    insertVersion(tx, order);
    recordOrder(tx, order, "order.line");
}

void editOrder(WriteTransaction& tx, const OrderEdit& edit)
{
    const Order before = requireOrder(tx, edit.order);
    (void)requireStep(before, OrderStep::Edit);
    Order order = before;
    order.expectedOn = edit.expectedOn.value_or(before.expectedOn);
    order.note = edit.note.value_or(before.note);
    order.shipTo = edit.shipTo.value_or(before.shipTo);
    if (order.expectedOn != before.expectedOn) {
        requireExpected(tx, order.expectedOn);
    } else if (order.note == before.note && order.shipTo == before.shipTo) {
        return;
    }
    books::requireOptionalText(order.note, "the note", "note");
    books::requireOptionalText(order.shipTo, "the address to ship to", "ship_to");
    ++order.version;
    insertVersion(tx, order);
    recordOrder(tx, order, "order.edit");
}

} // namespace giftbox::purchasing
