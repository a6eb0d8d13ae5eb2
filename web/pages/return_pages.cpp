#include "purchasing/recorded_return.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/ui/form_page.h"
#include "web/ui/list.h"
#include "web/ui/shown_detail.h"

namespace giftbox::web {

namespace {

Table returnTable(const RequestContext& context,
                  const std::vector<purchasing::RecordedReturn>& returns)
{
    Table table({{"Item"},
                 {"Day"},
                 {"Supplier"},
                 {"Reference"},
                 {.title = "Units", .isNumber = true},
                 {.title = "Cost", .isNumber = true, .isMain = true},
                 {"State"},
                 {"Credited"},
                 {"Credit", true},
                 {"Variance", true},
                 {"Lot"},
                 {""}},
                context.format);
    for (const purchasing::RecordedReturn& one : returns) {
        const bool isCredited = one.creditedOn.has_value();
        const std::string lot = std::to_string(one.lot.value);
        table.named(one.name, one.sku, context.itemAddress(one.sku))
            .day(one.on)
            .text(one.supplier)
            .text(one.reference)
            .number(one.units)
            .amount(one.cost)
            .badge(one.state());
        isCredited ? table.day(*one.creditedOn) : table.text("");
        table.amount(isCredited ? std::optional(one.credit()) : std::nullopt)
            .amount(isCredited ? std::optional(one.variance) : std::nullopt)
            .link("Lot " + lot, context.address("lots/" + lot))
            .links(actionsOn(context, "return", std::to_string(one.movement), one.state()))
            .endRow();
    }
    return table;
}

} // namespace

Response returnsPage(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        auto found =
            purchasing::returnsBefore(tx, maybeIntegerIn(context.query, "before"), kRowsOfList + 1);
        const bool hasEarlier = std::ssize(found) > kRowsOfList;
        if (hasEarlier) {
            found.pop_back();
        }
        View view;
        view.list("table", listOf(context, tx, returnTable(context, found),
                                  {.place = "returns",
                                   .one = "return",
                                   .many = "returns",
                                   .empty = "Nothing went back to a supplier yet.",
                                   .earlier = hasEarlier ? std::optional(found.back().movement)
                                                         : std::nullopt}));
        return context.page("returns", "Returns to suppliers", view);
    });
}

} // namespace giftbox::web
