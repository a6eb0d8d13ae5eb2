#include "operations/table.h"
#include "purchasing/reverse_delivery.h"
#include "reports/delivery_rows.h"
#include "reports/item_rows.h"

namespace giftbox::operations {

namespace {

constexpr std::string_view kSourceChoices = "source:purchase|parts_transfer";

constexpr FieldInfo kDelivery{.name = "no",
                              .type = Integer,
                              .title = "Delivery",
                              .help = "number of the delivery",
                              .need = Required,
                              .option = "NO"};

std::optional<purchasing::OrderNo> orderNamedIn(const Call& call)
{
    const auto number = call.maybeInteger("order");
    return number ? std::optional(purchasing::OrderNo{*number}) : std::nullopt;
}

void receiveDelivery(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const foundation::Currency& currency = tx.store().currency;
    const auto received =
        purchasing::receiveDelivery(tx, {.receivedOn = call.day("on"),
                                         .source = call.maybeText("source").value_or("purchase"),
                                         .supplier = call.text("supplier"),
                                         .reference = call.text("reference"),
                                         .authorizedBy = call.text("authorized_by"),
                                         .reason = call.text("reason"),
                                         .total = call.maybeAmount("total", currency),
                                         .order = orderNamedIn(call),
                                         .lines = call.received("lines", currency)});
    out.begin(reports::receivedDeliveryColumns());
    reports::writeReceivedDelivery(tx.store(), received, out);
    out.end();
}

void readDeliveries(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto before = call.afterNumber();
    const auto found = purchasing::deliveriesBefore(
        tx, before ? std::optional(purchasing::DeliveryNo{*before}) : std::nullopt,
        call.limit() + 1);
    out.begin(reports::deliveryColumns());
    const auto most = static_cast<std::size_t>(call.limit());
    for (std::size_t i = 0; i < std::min(found.size(), most); ++i) {
        reports::writeDelivery(found[i], out);
    }
    out.end();
    if (found.size() > most) {
        call.next = std::to_string(found[most - 1].number.value);
    }
}

void readDelivery(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const purchasing::DeliveryNo number{call.integer("no")};
    (void)purchasing::requireDelivery(tx, number);
    out.begin(reports::deliveredLotColumns());
    for (const purchasing::DeliveredLot& lot : purchasing::lotsOf(tx, number)) {
        reports::writeDeliveredLot(lot, out);
    }
    out.end();
}

void reverseDelivery(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto reversed = purchasing::reverseDelivery(
        tx, purchasing::DeliveryNo{call.integer("no")}, call.text("reason"));
    out.begin(reports::reversedColumns());
    for (const purchasing::ReversedReceipt& one : reversed) {
        reports::writeReversed(one, out);
    }
    out.end();
}

void addFreight(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto added = purchasing::addFreight(
        tx, {.delivery = purchasing::DeliveryNo{call.integer("no")},
             .amount = call.amount("amount", tx.store().currency),
             .by = purchasing::parseSharedBy(call.maybeText("by").value_or("value")),
             .supplier = call.text("supplier"),
             .reference = call.text("reference")});
    out.begin(reports::freightShareColumns());
    reports::writeFreightShares(tx.store(), added, out);
    out.end();
}

Operation reverseOperation()
{
    return {.command = "delivery reverse",
            .address = "/deliveries/{no}/reverse",
            .summary = "reverse a delivery that was a mistake, if none of its units were used",
            .effect = "All units of all lines leave the shelf again at their cost, or none. The "
                      "delivery stays in the list, and its reference may be received again.",
            .action = Action::ReceiveStock,
            .fields = {kDelivery, kReason},
            .columns = {"ReversedReceipt", reports::reversedColumns},
            .write = reverseDelivery,
            .example = "7 --reason \"entered twice\"",
            .oneWay = "You cannot undo a reversal, but you can receive the delivery again."};
}

Operation freightOperation()
{
    return {.command = "delivery freight",
            .address = "/deliveries/{no}/freight",
            .summary = "add freight to what a delivery cost",
            .effect = "The amount is shared between the lots of the delivery, to the cent. The "
                      "share of units that are gone is a variance.",
            .action = Action::ReceiveStock,
            .fields = {kDelivery,
                       {.name = "amount",
                        .type = Amount,
                        .title = "Freight",
                        .help = "amount charged for the whole delivery",
                        .need = Required,
                        .option = "AMOUNT"},
                       {.name = "reference",
                        .title = "Reference",
                        .help = "number of the freight bill",
                        .need = Required},
                       {.name = "supplier",
                        .title = "Charged by",
                        .help = "who charges the freight",
                        .value = "NAME"},
                       {.name = "by",
                        .title = "Shared by",
                        .help = "cost, units, the same for each lot, or weight; default: value",
                        .choices = "value|units|lots|weight"}},
            .columns = {"FreightShare", reports::freightShareColumns},
            .write = addFreight,
            .example = "7 35.00 --reference F-1180 --supplier \"Speedy Freight\"",
            .inverse = {"freight reverse", "freight"}};
}

std::vector<FieldInfo> fieldsOfDelivery()
{
    return {{.name = "lines",
             .type = Received,
             .title = "Lines",
             .help = "an item with its units and total cost; or SKU:UNITS@PRICE, and for packs "
                     "PACKSxSIZE or PACKSx in the place of UNITS; with an order, SKU:UNITS, and "
                     "default: all that is still to come",
             .option = "--line"},
            {.name = "order",
             .type = Integer,
             .title = "Order",
             .help = "number of the order that it came for: 7 for PO-7",
             .value = "NO"},
            kOn,
            {.name = "supplier", .title = "Supplier", .help = "supplier name", .value = "NAME"},
            {.name = "reference",
             .title = "Reference",
             .help = "number of the supplier's document, or of the internal ticket"},
            {.name = "total",
             .type = Amount,
             .title = "Total on paper",
             .help = "sum of the lines on paper, compared with the lines",
             .value = "TOTAL"},
            {.name = "source",
             .title = "Source",
             .help = "purchase, or parts_transfer for a parts transfer; default: purchase",
             .choices = "purchase|parts_transfer"},
            {.name = "authorized_by",
             .title = "Authorized by",
             .help = "who authorized the parts transfer",
             .value = "NAME"},
            {.name = "reason",
             .title = "Reason",
             .help = "why it costs what it does, such as sample or donation; needed for a line "
                     "that costs 0",
             .value = "WHY"}};
}

} // namespace

std::vector<Operation> deliveryOperations()
{
    return {{.command = "delivery receive",
             .address = "/deliveries",
             .summary = "receive a delivery, all of its lines or none",
             .effect = "Each line is a receipt with a lot of its own. If a line cannot be "
                       "received, nothing is, and every fault of every line is reported. What "
                       "comes for an order completes its lines, at the cost of the order where a "
                       "line has none.",
             .action = Action::ReceiveStock,
             .fields = fieldsOfDelivery(),
             .columns = {"ReceivedDelivery", reports::receivedDeliveryColumns},
             .write = receiveDelivery,
             .example = "--line HAT-01:24:156.00 --line MUG-11:3x12@4.20 --reference INV-2231 "
                        "--supplier \"Cap Works\" --total 307.20",
             .inverse = {"delivery reverse", "delivery"}},
            {.command = "delivery list",
             .address = "/deliveries",
             .summary = "deliveries, newest first",
             .columns = {"Delivery", reports::deliveryColumns, kSourceChoices},
             .read = readDeliveries,
             .isPaged = true},
            {.command = "delivery show",
             .address = "/deliveries/{no}",
             .summary = "the lines of a delivery, as received and as they are now",
             .fields = {kDelivery},
             .columns = {"DeliveredLot", reports::deliveredLotColumns},
             .read = readDelivery,
             .example = "7"},
            freightOperation(),
            reverseOperation()};
}

} // namespace giftbox::operations
