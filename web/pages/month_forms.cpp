#include "web/pages/month_forms.h"

#include "accounting/close_month.h"
#include "reports/close_checklist.h"
#include "reports/monthly_cost.h"
#include "web/ui/operation_form.h"

namespace giftbox::web {

using books::ReadTransaction;
using foundation::Month;

namespace {

std::vector<View> checklistTable(const RequestContext& context,
                                 const std::vector<reports::CloseCheck>& checks)
{
    Table table({{"Before you close"}, {""}, {"Left", true}, {"What to do"}}, context.format);
    for (const reports::CloseCheck& check : checks) {
        table.text(std::string(check.title))
            .badge(check.isDone ? "done" : "open")
            .number(check.number)
            .link(check.isDone ? "" : std::string(check.toDo),
                  check.isDone || check.page.empty() ? "" : context.address(check.page))
            .endRow();
    }
    return table.views("");
}

/// The month as its report has it before it is closed.
std::vector<View> figuresOf(const RequestContext& context, const ReadTransaction& tx, Month month)
{
    const AnsweredRow row = shownRow(context.format, [&](foundation::RowWriter& out) {
        reports::writeMonthlyCosts(reports::monthlyCosts(tx, month, month), out);
    });
    std::vector<View> facts;
    for (const foundation::Column& column : reports::monthlyCostColumns()) {
        const std::string& value = row.find(column.name)->second;
        if (column.name != "month" && !value.empty()) {
            addFact(facts, column.title, value);
        }
    }
    View view;
    view.text("heading", context.format.shown(month)).list("facts", std::move(facts));
    return {view};
}

/// Accounting mostly closes the previous month.
void fillMonthToClose(RequestContext& context, FormPage& page)
{
    Field& field = fieldNamed(page.fields, "month");
    if (!context.query.has("month")) {
        field.value = toText(
            context.read(accounting::nextToClose).value_or(context.today().month().previous()));
    }
    const Month month = foundation::parseMonth(field.value);
    page.beforeShown = [&context, month](const ReadTransaction& tx, FormPage& shown) {
        shown.table = checklistTable(context, reports::closeChecklist(tx, month, context.today()));
        shown.beside = figuresOf(context, tx, month);
    };
}

void fillClosedMonth(RequestContext& context, FormPage& page)
{
    const auto closed =
        context.read([](const ReadTransaction& tx) { return tx.store().closedThrough; });
    fieldNamed(page.fields, "month").value =
        toText(closed.value_or(context.today().month().previous()));
}

} // namespace

std::vector<OperationForm> monthForms()
{
    return {{.command = "close",
             .on = kNowhere,
             .title = "Close a month",
             .submit = "Close the month",
             .intro = "You cannot record anything in a closed month, and its reports no longer "
                      "change. Boxes still packed or planned carry over to the next month. An "
                      "administrator may open the month again until a batch of it is posted.",
             .fill = fillMonthToClose,
             .back = "accounting",
             .done = "{month} is closed. Boxes packed and not handed over on the last day: "
                     "{carried_boxes}, {carried_cost}. Packed and planned boxes carried over to "
                     "the next month: {moved_boxes}, {moved_cost}. Hash of the books: {hash}."},
            {.command = "month reopen",
             .on = kNowhere,
             .title = "Open a month again",
             .submit = "Open the month again",
             .intro = "The last closed month takes facts again. Boxes that its close moved on, and "
                      "are still packed or planned, count in it again. Batches of the journal "
                      "that were not posted are superseded: accounting makes new ones.",
             .fill = fillClosedMonth,
             .back = "settings",
             .done = "{month} is open again. Boxes that count in it again: {moved_boxes}, "
                     "{moved_cost}."}};
}

} // namespace giftbox::web
