#include "budget/month_book.h"
#include "foundation/csv.h"
#include "foundation/row_writer.h"
#include "reports/monthly_cost.h"
#include "web/pages/explain_links.h"
#include "web/pages/pages.h"
#include "web/ui/chart.h"
#include "web/ui/csv_file.h"
#include "web/ui/table.h"

#include <algorithm>

namespace giftbox::web {

using foundation::Month;
using foundation::Refusal;
using reports::MonthlyCost;

namespace {

constexpr int kMonthsAsked = 12;
constexpr int kMostMonths = 120;

std::int64_t monthsIn(const budget::MonthSpan& span)
{
    return foundation::monthsBetween(span.first, span.last) + 1;
}

/// Cuts a span that is too long to the months between the first fact and the last (or today), so that `1900-01` means
/// from the beginning. Throws Refusal `range.too_long` when that is still too long.
budget::MonthSpan inBounds(budget::MonthSpan span, const budget::MonthSpan& known)
{
    if (monthsIn(span) > kMostMonths) {
        span.first = std::clamp(known.first, span.first, span.last);
        span.last = std::clamp(known.last, span.first, span.last);
    }
    if (monthsIn(span) > kMostMonths) {
        throw Refusal("range.too_long", {{"from", span.first},
                                         {"to", span.last},
                                         {"months", monthsIn(span)},
                                         {"most", kMostMonths}});
    }
    return span;
}

/// The months in the address. Default: the last twelve months up to the latest activity, as on the command line.
std::vector<MonthlyCost> monthsOf(const RequestContext& context, const books::ReadTransaction& tx)
{
    const Form& query = context.query;
    const auto facts = budget::monthsWithFacts(tx);
    const Month last = query.has("to") ? foundation::parseMonth(query.text("to"))
                       : facts         ? facts->last
                                       : context.today().month();
    Month first = last;
    for (int i = 1; i < kMonthsAsked && facts && first > facts->first; ++i) {
        first = first.previous();
    }
    if (query.has("from")) {
        first = foundation::parseMonth(query.text("from"));
    }
    if (first > last) {
        throw Refusal("month.range/page", {{"from", first}, {"to", last}});
    }
    const Month today = context.today().month();
    const budget::MonthSpan span =
        inBounds({first, last}, {facts ? std::min(facts->first, today) : today,
                                 facts ? std::max(facts->last, today) : today});
    return reports::monthlyCosts(tx, span.first, span.last);
}

/// Whether anything rolled over: the table has a column for it only then.
bool rollsOver(const std::vector<MonthlyCost>& months)
{
    return std::ranges::any_of(months, [](const MonthlyCost& one) {
        return one.cap && one.rolled != foundation::Money{};
    });
}

/// A row of the table; each number links to its explanation.
void addRow(Table& table, const RequestContext& context, const MonthlyCost& one, bool rolls)
{
    const auto& totals = one.totals;
    const auto to = [&](std::string_view column) {
        return explainAddress(context, one.month, column);
    };
    table.month(one.month).leadingTo(context.address("boxes?month=" + toText(one.month)));
    table.number(totals.recipients).leadingTo(to("recipients"));
    table.number(totals.boxesGiven).leadingTo(to("boxes_given"));
    table.amount(totals.contents).leadingTo(to("contents_cost"));
    table.amount(totals.packaging).leadingTo(to("packaging_cost"));
    table.amount(totals.labor).leadingTo(to("labor_cost"));
    table.amount(totals.spent()).leadingTo(to("total_cost"));
    table.amount(one.costPerRecipient()).leadingTo(to("cost_per_recipient"));
    table.amount(one.cap).leadingTo(to("cap"));
    if (rolls) {
        table.amount(one.cap ? std::optional(one.rolled) : std::nullopt)
            .leadingTo(to("rolled_over"));
    }
    table.amount(one.left()).leadingTo(to("left"));
    table.amount(totals.committed).leadingTo(to("committed_cost"));
    for (const books::MonthFigureRule& rule : books::kMonthFigures) {
        table.amount(totals.of(rule.figure)).leadingTo(to(rule.column));
    }
    table.number(totals.overrides).leadingTo(to("overrides"));
    table.endRow(one.cap && totals.spent() > *one.limit() ? "low" : "");
}

/// The sums of the months. People and caps of several months are not to be added.
void addTotals(Table& table, const std::vector<MonthlyCost>& months)
{
    budget::MonthTotals all;
    for (const MonthlyCost& one : months) {
        all.boxesGiven += one.totals.boxesGiven;
        all.contents += one.totals.contents;
        all.packaging += one.totals.packaging;
        all.labor += one.totals.labor;
        all.overrides += one.totals.overrides;
        for (std::size_t i = 0; i < all.moved.size(); ++i) {
            all.moved[i] += one.totals.moved[i];
        }
    }
    const std::optional<foundation::Money> none;
    table.text("Total").text("").number(all.boxesGiven);
    table.amount(all.contents).amount(all.packaging).amount(all.labor).amount(all.spent());
    table.amount(none).amount(none).amount(none).amount(none);
    if (rollsOver(months)) {
        table.amount(none);
    }
    for (const foundation::Money& moved : all.moved) {
        table.amount(moved);
    }
    table.number(all.overrides).endTotals();
}

std::vector<View> tableOf(const RequestContext& context, const std::vector<MonthlyCost>& months)
{
    std::vector<Heading> headings = {{"Month"},
                                     {"Recipients", true},
                                     {"Boxes", true},
                                     {"Contents", true},
                                     {"Packaging", true},
                                     {"Labor", true},
                                     {.title = "Cost", .isNumber = true, .isMain = true},
                                     {"Cost per recipient", true},
                                     {"Cap", true}};
    const bool rolls = rollsOver(months);
    if (rolls) {
        headings.push_back({"Rolled over", true});
    }
    headings.push_back({"Remaining", true});
    headings.push_back({"Committed", true});
    for (const books::MonthFigureRule& rule : books::kMonthFigures) {
        headings.push_back({std::string(rule.heading), true});
    }
    headings.push_back({"Cap overrides", true});
    Table table(std::move(headings), context.format);
    for (const MonthlyCost& one : months) {
        addRow(table, context, one, rolls);
    }
    addTotals(table, months);
    return table.views("No activity yet.");
}

View sumOf(const RequestContext& context, const std::vector<MonthlyCost>& months,
           const books::Store& store)
{
    foundation::Money spent;
    std::int64_t boxes = 0;
    for (const MonthlyCost& one : months) {
        spent += one.totals.spent();
        boxes += one.totals.boxesGiven;
    }
    View view;
    view.text("spent", context.format.shown(spent))
        .number("boxes", boxes)
        .text("box_word", boxes == 1 ? "box" : "boxes")
        .number("packed", months.back().packed.boxes)
        .text("packed_cost", context.format.shown(months.back().packed.goods()))
        .text("packed_boxes", context.address("boxes?as_of=") +
                                  toText(std::min(months.back().month.lastDay(), context.today())))
        .text("from", toText(months.front().month))
        .text("to", toText(months.back().month))
        .text("from_name", context.format.shown(months.front().month))
        .text("to_name", context.format.shown(months.back().month))
        .text("currency", store.currency.code)
        .text("store_name", store.name);
    return view;
}

} // namespace

Response reportPage(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const auto months = monthsOf(context, tx);
        View view = sumOf(context, months, tx.store());
        view.list("table", tableOf(context, months))
            .list("costs", {costChart(months, context.format)})
            .list("people", {recipientChart(months, context.format)})
            .list("each", {costPerRecipientChart(months, context.format)})
            .text("gifts", context.address("gifts"))
            .text("csv", context.address("report.csv?") + context.request.query)
            .text("xlsx", context.address("report.xlsx?") + context.request.query)
            .text("json", context.address("report.json?") + context.request.query);
        return context.page("report", "Monthly cost report", view);
    });
}

Response reportTable(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        return rowsFile(context.request.path, "report", tx.store(),
                        [&](foundation::RowWriter& out) {
                            reports::writeMonthlyCosts(monthsOf(context, tx), out);
                        });
    });
}

Response reportJson(RequestContext& context)
{
    Response response;
    context.read([&](const books::ReadTransaction& tx) {
        const auto out = foundation::makeJsonWriter(
            [&](std::string_view bytes) { response.body += bytes; }, tx.store().currency);
        reports::writeMonthlyCosts(monthsOf(context, tx), *out);
        return true;
    });
    response.add("Content-Type", "application/json")
        .add("Content-Disposition", "attachment; filename=\"report.json\"");
    return response;
}

} // namespace giftbox::web
