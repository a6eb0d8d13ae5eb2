#include "web/pages/purchasing_forms.h"

#include "purchasing/item_supplier.h"
#include "purchasing/order.h"
#include "web/pages/pages.h"
#include "web/ui/operation_form.h"

#include <algorithm>

namespace giftbox::web {

using books::ReadTransaction;

namespace {

using Forms = std::vector<OperationForm>;

/// The suppliers of the store, and the one in the address.
Field& offerSuppliers(const RequestContext& context, const purchasing::SupplierBook& book,
                      FormPage& page)
{
    Field& supplier = fieldNamed(page.fields, "supplier");
    supplier.type = "select";
    supplier.options = {{"", ""}};
    for (const purchasing::NumberedSupplier& one : book.byName()) {
        supplier.options.push_back({one.supplier.code, one.supplier.name});
    }
    supplier.value = context.query.text("supplier");
    return supplier;
}

void fillSupplier(RequestContext& context, FormPage& page)
{
    context.read([&](const ReadTransaction& tx) {
        offerSuppliers(context, purchasing::SupplierBook(tx), page);
        return true;
    });
}

purchasing::Order orderAsked(const RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        return purchasing::requireOrder(tx, {context.number()});
    });
}

void fillOrder(RequestContext& context, FormPage& page)
{
    const purchasing::Order order = orderAsked(context);
    fieldNamed(page.fields, "expected").value = toText(order.expectedOn);
    fieldNamed(page.fields, "expected").hint = "";
    fieldNamed(page.fields, "note").value = order.note;
    fieldNamed(page.fields, "ship_to").value = order.shipTo;
    fieldNamed(page.fields, "ship_to").hint = "";
}

/// A supplier of the store, with what is known of the item there.
void fillSupplierOfItem(RequestContext& context, FormPage& page)
{
    context.read([&](const ReadTransaction& tx) {
        const purchasing::SupplierBook book(tx);
        const Field& supplier = offerSuppliers(context, book, page);
        const auto item = inventory::requireItem(tx, context.query.text("sku"));
        for (const purchasing::ItemSupplier& one : purchasing::suppliersOf(tx, book, item)) {
            if (book.of(one.supplier).supplier.code == supplier.value) {
                fieldNamed(page.fields, "part_number").value = one.partNumber;
                fieldNamed(page.fields, "pack_size").value =
                    one.packSize ? std::to_string(*one.packSize) : "";
            }
        }
        return true;
    });
}

Forms supplierForms()
{
    return {{.command = "item supplier",
             .on = kNowhere,
             .title = "{name} at a supplier",
             .submit = "Save",
             .isFixed = true,
             .looks = {{"pack_size", "", "Units per pack there; empty: as the item has it"},
                       {"part_number", "", "What the supplier calls the item"}},
             .fill = fillSupplierOfItem,
             .back = "item?sku={sku}",
             .done = "Saved."},
            {.command = "supplier edit", .own = editSupplierPage},
            {.command = "supplier add", .own = addSupplierPage, .on = kNowhere}};
}

Forms orderForms()
{
    return {{.command = "order approve",
             .states = "draft",
             .title = "Approve {order}",
             .intro = "{order} to {name} comes to {total} and is expected {expected_on}. Its lines "
                      "no longer change once it is approved.",
             .done = "{order} approved, {total}."},
            {.command = "order place",
             .states = "approved",
             .button = "Mark as ordered",
             .title = "Mark {order} as ordered",
             .submit = "Mark as ordered",
             .intro = "{order} was sent to {name}. From now on it can be received.",
             .done = "{order} is ordered."},
            {.command = "order line",
             .states = "draft",
             .button = "Add or change a line",
             .title = "Line of {order}",
             .submit = "Save",
             .intro = "An item and its units. 0 units take the line away.",
             .looks = {{"cost", "Total cost", "All units together; default: in proportion"}},
             .done = "{order} comes to {total} now."},
            {.command = "order edit",
             .states = "draft|approved|ordered|partly_received",
             .title = "Edit {order}",
             .submit = "Save",
             .intro = "When it is expected, where it goes, and the note that is printed on it.",
             .fill = fillOrder,
             .done = "{order} saved."}};
}

Forms orderEndForms()
{
    return {{.command = "order close-short",
             .states = "partly_received",
             .button = "Close short",
             .title = "Close {order} short",
             .submit = "Close short",
             .intro = "What is still to come, {to_come}, is not expected any more.",
             .done = "{order} closed short."},
            {.command = "order cancel",
             .states = "draft|approved|ordered",
             .button = "Cancel",
             .title = "Cancel {order}",
             .submit = "Cancel the order",
             .intro = "{order} to {name} over {total} is not expected any more.",
             .done = "{order} canceled."}};
}

Forms draftForms()
{
    return {{.command = "order draft",
             .on = kNowhere,
             .title = "Draft orders",
             .submit = "Draft orders",
             .intro = "Makes a draft for each supplier of the restock list. Items without a "
                      "supplier that the store knows stay on the list.",
             .back = "restock",
             .after = "orders",
             .done = "{rows} {rows|draft|drafts} made."},
            {.command = "order add",
             .on = kNowhere,
             .title = "Draft an order",
             .submit = "Save the draft",
             .intro = "Each line costs as much as the item cost last, until you change it.",
             .fill = fillSupplier,
             .back = "orders",
             .after = "orders",
             .done = "{order} drafted, {total}."}};
}

Forms deliveryForms()
{
    return {{.command = "delivery receive", .own = receiveDeliveryPage, .on = kNowhere},
            {.command = "delivery reverse",
             .states = "received",
             .button = "Reverse delivery",
             .title = "Reverse delivery {no}",
             .intro = "All units of all lines leave the shelf again at their cost, or none. The "
                      "delivery stays in the list with its reversal.",
             .done = "Delivery reversed: {rows} {rows|line|lines}."}};
}

} // namespace

Forms purchasingForms()
{
    Forms all;
    for (auto* part : {supplierForms, orderForms, orderEndForms, draftForms, deliveryForms}) {
        std::ranges::move(part(), std::back_inserter(all));
    }
    return all;
}

std::vector<OperationForm> billForms()
{
    return {{.command = "bill record",
             .path = "bill/record",
             .on = kNowhere,
             .title = "Record a bill",
             .submit = "Record the bill",
             .looks = {{"deliveries", "", "Their numbers, one per line; all lots not billed yet"},
                       {"lots", "", "Numbers of single lots, one per line"}},
             .back = "unbilled",
             .done = "Bill {reference} recorded. Its first lot: {sku}, {cost}."},
            {.command = "bill reverse",
             .path = "bills/{no}/reverse",
             .states = "recorded",
             .button = "Reverse",
             .title = "Reverse bill {reference} of {supplier}",
             .submit = "Reverse the bill",
             .intro = "{amount}, dated {on}. The cost of what it is for changes back. The bill "
                      "stays in the list with its reversal.",
             .done = "Bill {reference} reversed, {amount}."},
            {.command = "freight reverse",
             .states = "recorded",
             .button = "Reverse",
             .title = "Reverse freight {reference}",
             .submit = "Reverse the freight",
             .intro = "{amount} of delivery {delivery}. The cost of its lots changes back by their "
                      "shares. The freight stays with its reversal.",
             .done = "Freight {reference} reversed, {amount}."},
            {.command = "delivery freight",
             .states = "received",
             .button = "Add freight",
             .title = "Freight of delivery {no}",
             .submit = "Add the freight",
             .done = "Freight added. The first share: {sku}, {share}."}};
}

} // namespace giftbox::web
