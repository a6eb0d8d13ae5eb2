#include "gifting/notes/typeset.h"
#include "purchasing/approve_order.h"
#include "purchasing/item_supplier.h"
#include "reports/order_rows.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/ui/csv_file.h"
#include "web/ui/list.h"
#include "web/ui/months.h"

#include <limits>

namespace giftbox::web {

using books::ReadTransaction;
using purchasing::Order;
using purchasing::SupplierBook;

namespace {

std::string orderAddress(const RequestContext& context, purchasing::OrderNo number)
{
    return context.address("orders/" + std::to_string(number.value));
}

/// The late ones first.
Table orderTable(const RequestContext& context, const SupplierBook& book,
                 const std::vector<Order>& orders)
{
    Table table({{"Order"},
                 {"Supplier"},
                 {"State"},
                 {"Expected"},
                 {.title = "Total", .isNumber = true, .isMain = true},
                 {"Still to come", true}},
                context.format);
    for (const bool isLate : {true, false}) {
        for (const Order& one : orders) {
            if (one.isLate(context.today()) != isLate) {
                continue;
            }
            table.link(toText(one.number), orderAddress(context, one.number))
                .text(book.of(one.supplier).supplier.name)
                .badge(isLate ? "stop" : toText(one.state),
                       isLate ? "late, " + shownState(one.state) : shownState(one.state))
                .day(one.expectedOn)
                .amount(one.total())
                .amount(one.isOpen() ? std::optional(one.toCome()) : std::nullopt)
                .endRow(isLate ? "low" : "");
        }
    }
    return table;
}

View linesOf(const RequestContext& context, const ReadTransaction& tx, const Order& order)
{
    const auto partNumbers = purchasing::partNumbersOf(tx, order.supplier);
    Table table({{"Item"},
                 {"Part number"},
                 {.title = "Units", .isNumber = true, .isMain = true},
                 {"Cost", true},
                 {"Received", true},
                 {"Still to come", true}},
                context.format);
    for (const purchasing::OrderLine& line : order.lines) {
        const auto part = partNumbers.find(line.item);
        table.named(line.name, line.sku, context.itemAddress(line.sku))
            .text(part == partNumbers.end() ? "" : part->second)
            .number(line.units);
        line.cost ? table.amount(*line.cost) : table.text("unknown");
        table.number(line.received()).number(line.toCome()).endRow();
    }
    View view;
    view.list("table", table.views(""));
    return view;
}

std::vector<View> receiptsOf(const RequestContext& context, const Order& order)
{
    Table table(
        {{"Item"}, {"Received"}, {.title = "Units", .isNumber = true, .isMain = true}, {"Lot"}},
        context.format);
    for (const purchasing::OrderLine& line : order.lines) {
        for (const purchasing::OrderReceipt& one : line.receipts) {
            const std::string lot = std::to_string(one.lot.value);
            table.named(line.name, line.sku, context.itemAddress(line.sku))
                .day(one.on)
                .number(one.units)
                .link("Lot " + lot, context.address("lots/" + lot))
                .endRow();
        }
    }
    if (table.isEmpty()) {
        return {};
    }
    View view;
    view.list("table", table.views(""));
    return {view};
}

std::vector<View> stepsShown(const RequestContext& context, const ReadTransaction& tx,
                             const Order& order)
{
    Table table({{"Step"}, {"Day"}, {"Reason"}, {"By"}}, context.format);
    for (const purchasing::RecordedStep& one : purchasing::stepsOf(tx, order.number)) {
        table.text(shownState(one.state)).day(one.on).text(one.reason).text(one.actor).endRow();
    }
    if (table.isEmpty()) {
        return {};
    }
    View view;
    view.list("table", table.views(""));
    return {view};
}

std::vector<View> factsOf(const RequestContext& context, const ReadTransaction& tx,
                          const Order& order, const purchasing::Supplier& supplier)
{
    std::vector<View> facts;
    addFact(facts, "Supplier", supplier.name,
            context.address("suppliers/show?supplier=") + encodePercent(supplier.code));
    addFact(facts, "E-mail for orders", supplier.email);
    addFact(facts, "Terms", supplier.terms);
    addFact(facts, "Expected", context.format.shown(order.expectedOn));
    addFact(facts, "Total", context.format.withCode(order.total()));
    addFact(facts, "Still to come", order.isOpen() ? context.format.withCode(order.toCome()) : "");
    const bool isBelow = supplier.minimumOrder && order.total() < *supplier.minimumOrder;
    addFact(facts, "Minimum order",
            isBelow ? context.format.withCode(*supplier.minimumOrder) + ", not reached" : "");
    if (const auto exceeded = purchasing::capExceededBy(tx, order.number)) {
        addFact(facts, "Warning", sentenceOf(tx.store(), *exceeded).text(context.format));
    }
    addFact(facts, "Ship to", order.shipTo);
    addFact(facts, "Note", order.note);
    return facts;
}

} // namespace

Response ordersPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        const auto below = maybeIntegerIn(context.query, "before")
                               .value_or(std::numeric_limits<std::int64_t>::max());
        const std::vector<Order> orders = purchasing::ordersBelow(tx, below, kRowsOfList);
        const bool isMore = !orders.empty() && orders.back().number.value > 1;
        View view;
        view.list("table", listOf(context, tx, orderTable(context, SupplierBook(tx), orders),
                                  {.place = "orders",
                                   .one = "order",
                                   .many = "orders",
                                   .empty = "No orders yet.",
                                   .earlier = isMore ? std::optional(orders.back().number.value)
                                                     : std::nullopt}))
            .flag("may_order", context.may(access::Action::Order))
            .text("base", context.address());
        return context.page("orders", "Orders", view);
    });
}

Response orderPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        const Order order = purchasing::requireOrder(tx, {context.number()});
        const purchasing::Supplier supplier = SupplierBook(tx).of(order.supplier).supplier;
        const std::string number = std::to_string(order.number.value);
        std::vector<Link> links = actionsOn(context, "order", number, toText(order.state));
        if (context.may(access::Action::ReceiveStock) &&
            stateAfter(order.state, purchasing::OrderStep::Receive)) {
            links.insert(links.begin(),
                         {context.address("deliveries/receive?order=") + number, "Receive"});
        }
        View view;
        view.list("facts", factsOf(context, tx, order, supplier))
            .list("lines", {linesOf(context, tx, order)})
            .list("receipts", receiptsOf(context, order))
            .list("steps", stepsShown(context, tx, order))
            .text("order", toText(order.number))
            .text("supplier", supplier.name)
            .text("state", std::string(toText(order.state)))
            .text("state_title", shownState(order.state))
            .flag("late", order.isLate(context.today()))
            .text("pdf", context.address("orders/" + number + "/order.pdf"))
            .text("csv", context.address("orders/" + number + "/order.csv"))
            .text("xlsx", context.address("orders/" + number + "/order.xlsx"))
            .list("acts", actsOf(links));
        return context.page("order", toText(order.number) + " " + supplier.name, view);
    });
}

Response orderFile(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        const Order order = purchasing::requireOrder(tx, {context.number()});
        return rowsFile(context.request.path, toText(order.number), tx.store(),
                        [&](foundation::RowWriter& out) {
                            out.begin(reports::orderLineColumns());
                            reports::writeOrderLines(tx, order, out);
                            out.end();
                        });
    });
}

Response orderPdf(RequestContext& context)
{
    books::Store store;
    const gifting::OrderToPrint print = context.read([&](const ReadTransaction& tx) {
        store = tx.store();
        return gifting::orderToPrint(tx, {context.number()});
    });
    Response response;
    response.add("Content-Type", "application/pdf");
    response.add("Content-Disposition",
                 "attachment; filename=\"" + toText(print.order.number) + ".pdf\"");
    response.body =
        gifting::printOrder(store, gifting::parsePaper(gifting::usualPaper(store)), print);
    return response;
}

} // namespace giftbox::web
