#include "purchasing/record_bill.h"
#include "reports/bill_rows.h"
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

} // namespace

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
            .text("record", context.address("bill/record"));
        return context.page("unbilled", "Received and not billed", view);
    });
}

} // namespace giftbox::web
