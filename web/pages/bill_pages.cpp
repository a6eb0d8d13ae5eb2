#include "purchasing/record_bill.h"
#include "reports/bill_rows.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/ui/form_page.h"
#include "web/ui/list.h"

namespace giftbox::web {

namespace {

/// Where the bill of a lot is recorded: with all of its delivery, where it came with one.
std::string billAddress(const RequestContext& context, const purchasing::UnbilledLot& lot)
{
    return context.address("bill/record?") +
           queryText({{"supplier", lot.supplier},
                      {lot.delivery ? "deliveries" : "lots",
                       std::to_string(lot.delivery.value_or(lot.lot.value))}});
}

Table unbilledTable(const RequestContext& context, const std::vector<purchasing::UnbilledLot>& lots)
{
    Table table({{"Item"},
                 {"Received"},
                 {"Age (days)", true},
                 {"Supplier"},
                 {"Reference"},
                 {"Lot"},
                 {"Units", true},
                 {.title = "Cost", .isNumber = true, .isMain = true},
                 {""}},
                context.format);
    for (const purchasing::UnbilledLot& one : lots) {
        const std::string lot = std::to_string(one.lot.value);
        table.named(one.name, one.sku, context.itemAddress(one.sku))
            .day(one.receivedOn)
            .number(reports::ageInDays(one, context.today()))
            .text(one.supplier)
            .text(one.reference)
            .link("Lot " + lot, context.address("lots/" + lot))
            .number(one.units)
            .amount(one.cost);
        std::vector<Link> links;
        if (context.may(access::Action::ReceiveStock)) {
            links.push_back({billAddress(context, one), "Bill"});
        }
        table.links(links).endRow();
    }
    return table;
}

constexpr std::array<std::string_view, 2> kBillStates = {"recorded", "reversed"};

Table billTable(const RequestContext& context, const std::vector<purchasing::BillInBooks>& bills)
{
    Table table({{"Bill"},
                 {"Date"},
                 {"Supplier"},
                 {.title = "Lots", .isNumber = true, .isOnPage = true},
                 {.title = "Amount", .isNumber = true, .isMain = true},
                 {"State"},
                 {""}},
                context.format);
    for (const purchasing::BillInBooks& one : bills) {
        const std::string number = std::to_string(one.number);
        table.link(one.reference, context.address("bills/" + number))
            .day(one.on)
            .text(one.supplier)
            .number(one.lots)
            .amount(one.amount)
            .badge(one.state())
            .links(actionsOn(context, "bill", number, one.state()))
            .endRow();
    }
    return table;
}

Table lotsTable(const RequestContext& context, const std::vector<purchasing::LotOfBill>& lots)
{
    Table table({{"Item"},
                 {"Lot"},
                 {.title = "Amount", .isNumber = true, .isMain = true},
                 {"Cost changed by", true}},
                context.format);
    for (const purchasing::LotOfBill& one : lots) {
        const std::string lot = std::to_string(one.lot.value);
        table.named(one.name, one.sku, context.itemAddress(one.sku))
            .link("Lot " + lot, context.address("lots/" + lot))
            .amount(one.amount)
            .amount(one.change)
            .endRow();
    }
    return table;
}

/// The filter of the list, as it was asked for.
purchasing::BillsWanted addFilter(const RequestContext& context, View& view)
{
    const auto dayOf = [&](const char* name) {
        return context.query.text(name).empty() ? std::nullopt
                                                : std::optional(dateIn(context.query, name));
    };
    purchasing::BillsWanted wanted{.supplier = context.query.text("supplier"),
                                   .period = foundation::periodOf(dayOf("from"), dayOf("to")),
                                   .state = context.query.text("state")};
    std::vector<View> states;
    for (const std::string_view one : kBillStates) {
        states.emplace_back();
        states.back().text("value", std::string(one)).flag("selected", wanted.state == one);
    }
    view.text("supplier", wanted.supplier)
        .text("from", context.query.text("from"))
        .text("to", context.query.text("to"))
        .list("states", std::move(states));
    return wanted;
}

} // namespace

Response billsPage(RequestContext& context)
{
    View view;
    const purchasing::BillsWanted wanted = addFilter(context, view);
    return context.read([&](const books::ReadTransaction& tx) {
        auto found = purchasing::billsBefore(tx, wanted, maybeIntegerIn(context.query, "before"),
                                             kRowsOfList + 1);
        const bool hasEarlier = std::ssize(found) > kRowsOfList;
        if (hasEarlier) {
            found.pop_back();
        }
        view.list("table", listOf(context, tx, billTable(context, found),
                                  {.place = "bills",
                                   .one = "bill",
                                   .many = "bills",
                                   .empty = "No bills.",
                                   .earlier = hasEarlier ? std::optional(found.back().number)
                                                         : std::nullopt}))
            .flag("may_record", context.may(access::Action::ReceiveStock))
            .text("record", context.address("bill/record"))
            .text("unbilled", context.address("unbilled"));
        return context.page("bills", "Bills", view);
    });
}

Response billPage(RequestContext& context)
{
    const std::int64_t number = context.number();
    return context.read([&](const books::ReadTransaction& tx) {
        const purchasing::BillInBooks bill = purchasing::requireBill(tx, number);
        std::vector<View> facts;
        addFact(facts, "Date", context.format.shown(bill.on));
        addFact(facts, "Amount", context.format.withCode(bill.amount));
        addFact(facts, "Reversed", bill.reversedOn ? context.format.shown(*bill.reversedOn) : "");
        View lots;
        lots.list("table", lotsTable(context, purchasing::lotsOfBill(tx, number)).views(""));
        const std::string heading = "Bill " + bill.reference + " of " + bill.supplier;
        View view;
        view.text("heading", heading)
            .text("bills", context.address("bills"))
            .list("facts", std::move(facts))
            .list("acts", actsOf(actionsOn(context, "bill", std::to_string(number), bill.state())))
            .list("lots", {lots});
        return context.page("bill", heading, view);
    });
}

Response unbilledPage(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        View view;
        view.list("table",
                  listOf(context, tx,
                         unbilledTable(context, purchasing::unbilledAfter(tx, {}, kRowsOfList)),
                         {.place = "unbilled",
                          .one = "lot",
                          .many = "lots",
                          .empty = "Everything that was bought is billed."}))
            .flag("may_record", context.may(access::Action::ReceiveStock))
            .text("record", context.address("bill/record"))
            .text("bills", context.address("bills"));
        return context.page("unbilled", "Received and not billed", view);
    });
}

} // namespace giftbox::web
