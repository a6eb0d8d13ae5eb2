#include "gifting/stock_reasons.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/pages/reason_field.h"
#include "web/ui/list.h"
#include "web/ui/operation_form.h"

namespace giftbox::web {

using books::ReadTransaction;
using gifting::StockReason;

namespace {

constexpr std::string_view stateOfReason(const StockReason& reason)
{
    return reason.isListed ? "listed" : "retired";
}

Table reasonTable(const RequestContext& context, const std::vector<StockReason>& reasons)
{
    Table table({{"Reason"}, {"State"}, {""}}, context.format);
    for (const StockReason& reason : reasons) {
        table.text(reason.name)
            .badge(stateOfReason(reason))
            .links(reason.name == gifting::kOtherReason
                       ? std::vector<Link>()
                       : actionsOn(context, "reason", reason.name, stateOfReason(reason)))
            .endRow();
    }
    return table;
}

} // namespace

void offerReasons(RequestContext&, FormPage& page)
{
    Field& reason = fieldNamed(page.fields, "reason");
    reason.type = "select";
    reason.hint = "";
    reason.options = {{"", "Select"}};
    reason.beforeShown = [](const ReadTransaction& tx, Field& field) {
        for (const StockReason& one : gifting::StockReasons(tx).all()) {
            if (one.isListed) {
                field.options.push_back({one.name, one.name});
            }
        }
    };
    fieldNamed(page.fields, "words").hint = "Kept with the reason; needed for other";
}

Response reasonsPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        View view;
        view.list("table",
                  listOf(context, tx, reasonTable(context, gifting::StockReasons(tx).all()),
                         {.place = "reasons", .one = "reason", .many = "reasons", .empty = ""}))
            .flag("may_edit", context.may(access::Action::EditSettings))
            .text("add", context.address("reasons/add"));
        return context.page("reasons", "Reasons", view);
    });
}

} // namespace giftbox::web
