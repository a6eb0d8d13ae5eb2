#include "foundation/money.h"
#include "gifting/counting/estimated_cost.h"
#include "gifting/notes/typeset.h"
#include "operations/counts.h"
#include "reports/count_sheet.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/ui/csv_file.h"
#include "web/ui/form_page.h"
#include "web/ui/item_pictures.h"
#include "web/ui/list.h"
#include "web/ui/shown_detail.h"

#include <cstdlib>

namespace giftbox::web {

using access::Action;
using books::ReadTransaction;
using gifting::CountLine;
using gifting::CountSession;
using gifting::CountState;
using reports::BooksShown;

namespace {

std::string countAddress(const RequestContext& context, const CountSession& count,
                         std::string_view step = {})
{
    return context.address("counts/" + std::to_string(count.number.value) +
                           (step.empty() ? "" : "/" + std::string(step)));
}

Table countTable(const RequestContext& context, const ReadTransaction& tx,
                 const std::vector<CountSession>& counts)
{
    Table table({{"Count"},
                 {"Day"},
                 {"State"},
                 {"Started by"},
                 {.title = "Counted", .isNumber = true, .isMain = true},
                 {"Items", true}},
                context.format);
    for (const CountSession& count : counts) {
        const gifting::CountProgress progress = progressOf(tx, count.number);
        table
            .named(reports::scopeInWords(count), "Count " + std::to_string(count.number.value),
                   countAddress(context, count))
            .day(count.on)
            .badge(toText(count.state))
            .text(count.startedBy)
            .number(progress.counted)
            .number(progress.items)
            .endRow();
    }
    return table;
}

/// What posting changed, over and under side by side.
struct Variance {
    std::int64_t counted = 0;
    std::int64_t agreed = 0;
    std::int64_t over = 0;
    std::int64_t under = 0;
    foundation::Money costOver;
    foundation::Money costUnder;
};

/// What posting moved, or what it would move now.
std::optional<foundation::Money> costOf(const ReadTransaction& tx, const CountSession& count,
                                        const CountLine& line)
{
    return count.isOpen() ? gifting::estimatedCost(tx, line) : line.postedCost;
}

Variance varianceOf(const ReadTransaction& tx, const CountSession& count,
                    const std::vector<CountLine>& lines)
{
    Variance sum;
    for (const CountLine& line : lines) {
        if (!line.entry) {
            continue;
        }
        const std::int64_t units = count.isOpen() ? line.entry->difference() : line.postedUnits;
        const foundation::Money cost = costOf(tx, count, line).value_or(foundation::Money{});
        ++sum.counted;
        sum.agreed += units == 0 ? 1 : 0;
        (units > 0 ? sum.over : sum.under) += std::abs(units);
        if (units > 0) {
            sum.costOver += cost;
        } else {
            sum.costUnder -= cost;
        }
    }
    return sum;
}

void addVariance(const RequestContext& context, const ReadTransaction& tx,
                 const CountSession& count, const std::vector<CountLine>& lines,
                 std::vector<View>& figures)
{
    const Variance sum = varianceOf(tx, count, lines);
    const StoreFormat& format = context.format;
    const auto withCost = [&](std::int64_t units, foundation::Money cost) {
        return count.state == CountState::Cancelled
                   ? format.shown(units)
                   : format.shown(units) + (count.isOpen() ? ", about " : ", ") +
                         format.withCode(cost);
    };
    addFact(figures, "Units over", withCost(sum.over, sum.costOver));
    addFact(figures, "Units under", withCost(sum.under, sum.costUnder));
    if (sum.counted > 0) {
        addFact(figures, "Accuracy", std::to_string(sum.agreed * 100 / sum.counted) + " percent");
    }
}

std::vector<View> factsOfCount(const RequestContext& context, const CountSession& count)
{
    std::vector<View> facts;
    addFact(facts, "Counted as of", "end of " + context.format.shown(count.on));
    addFact(facts, "Items", reports::scopeInWords(count));
    addFact(facts, "Started", context.format.shown(count.startedAt) + " by " + count.startedBy);
    if (count.endedAt) {
        addFact(facts, shownCode(toText(count.state)),
                context.format.shown(*count.endedAt) + " by " + count.endedBy);
    }
    addFact(facts, "Reason", count.reason);
    return facts;
}

std::string_view titleOfState(std::string_view state)
{
    return state == "open"     ? "Not counted"
           : state == "again"  ? "Count again: the books were corrected"
           : state == "second" ? "Count a second time"
                               : "Counted";
}

void addBooksCells(Table& table, const ReadTransaction& tx, const CountSession& count,
                   const CountLine& line)
{
    const std::optional<std::int64_t> difference = !line.entry ? std::nullopt
                                                   : count.isOpen()
                                                       ? std::optional(line.entry->difference())
                                                       : std::optional(line.postedUnits);
    table.number(line.expected);
    table.number(count.isOpen() ? std::optional(line.movedSinceStart) : std::nullopt);
    table.number(difference);
    table.amount(line.entry ? costOf(tx, count, line) : std::nullopt);
}

Table lineTable(const RequestContext& context, const ReadTransaction& tx, const CountSession& count,
                const std::vector<CountLine>& lines, BooksShown shown)
{
    std::vector<Heading> headings = {{"Item"},
                                     {"Bin"},
                                     {"State"},
                                     {"Counted by"},
                                     {.title = "Counted", .isNumber = true, .isMain = true}};
    if (shown == BooksShown::Yes) {
        headings.insert(headings.end(), {{"In the books at the start", true},
                                         {"Moved since", true},
                                         {"Difference", true},
                                         {"Cost", true}});
    }
    Table table(std::move(headings), context.format);
    const ItemPictures pictures(tx);
    const bool mayCount = count.isOpen() && context.may(Action::CorrectStock);
    for (const CountLine& line : lines) {
        const std::string_view state = reports::stateOf(tx.store(), count, line);
        table
            .named(line.name, line.sku,
                   mayCount ? countAddress(context, count, "line?sku=" + encodePercent(line.sku))
                            : context.itemAddress(line.sku))
            .pictured(pictures.address(context, line.sku))
            .text(line.bin)
            .badge(state, titleOfState(state))
            .text(line.entry ? line.entry->by : "")
            .number(line.entry ? std::optional(line.entry->units) : std::nullopt);
        if (shown == BooksShown::Yes) {
            addBooksCells(table, tx, count, line);
        }
        table.endRow();
    }
    return table;
}

} // namespace

Response countsPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        auto counts =
            gifting::listCounts(tx, maybeIntegerIn(context.query, "before"), kRowsOfList + 1);
        std::optional<std::int64_t> earlier;
        if (std::ssize(counts) > kRowsOfList) {
            counts.pop_back();
            earlier = counts.back().number.value;
        }
        View view;
        view.text("start", context.may(Action::CorrectStock) ? context.address("counts/start") : "")
            .list("table", listOf(context, tx, countTable(context, tx, counts),
                                  {.place = "counts",
                                   .one = "count",
                                   .many = "counts",
                                   .empty = context.whenEmpty("No counts yet.",
                                                              Action::CorrectStock, "Start one."),
                                   .earlier = earlier}));
        return context.page("counts", "Counts", view);
    });
}

Response countSessionPage(RequestContext& context)
{
    const gifting::CountNo number{context.number()};
    return context.read([&](const ReadTransaction& tx) {
        const CountSession count = gifting::requireCountSession(tx, number);
        const std::vector<CountLine> lines = linesOfCount(tx, count);
        const BooksShown shown = operations::booksShownTo(context.caller(), tx.store(), count);
        const gifting::CountProgress progress = progressOf(tx, number);
        const std::string heading = "Count " + std::to_string(number.value);
        std::vector<View> figures;
        addFact(figures, "Counted",
                context.format.shown(progress.counted) + " of " +
                    context.format.shown(progress.items));
        figures.back().flag("main", true);
        if (shown == BooksShown::Yes) {
            addVariance(context, tx, count, lines, figures);
        }
        View view;
        view.text("heading", heading)
            .text("state", std::string(toText(count.state)))
            .list("figures", std::move(figures))
            .list("facts", factsOfCount(context, count))
            .list("acts", actsOf(actionsOn(context, "count-session", std::to_string(number.value),
                                           toText(count.state))))
            .text("sheet", count.isOpen() ? countAddress(context, count, "sheet.pdf") : "")
            .text("csv", countAddress(context, count, "lines.csv"))
            .text("xlsx", countAddress(context, count, "lines.xlsx"))
            .flag("is_blind", shown == BooksShown::No)
            .list("table", lineTable(context, tx, count, lines, shown).views("No items."));
        return context.page("count", heading, view);
    });
}

Response countSheetPdf(RequestContext& context)
{
    const gifting::CountNo number{context.number()};
    books::Store store;
    const gifting::CountSheet sheet = context.read([&](const ReadTransaction& tx) {
        store = tx.store();
        return reports::countSheetOf(tx, number);
    });
    Response response;
    response.add("Content-Type", "application/pdf");
    response.add("Content-Disposition",
                 "attachment; filename=\"Count " + std::to_string(number.value) + ".pdf\"");
    response.body =
        gifting::printCountSheet(store, gifting::parsePaper(gifting::usualPaper(store)), sheet);
    return response;
}

Response countFile(RequestContext& context)
{
    const gifting::CountNo number{context.number()};
    return context.read([&](const ReadTransaction& tx) {
        const CountSession count = gifting::requireCountSession(tx, number);
        const BooksShown shown = operations::booksShownTo(context.caller(), tx.store(), count);
        return rowsFile(context.request.path, "count-" + std::to_string(number.value), tx.store(),
                        [&](foundation::RowWriter& out) {
                            out.begin(reports::countLineColumns());
                            for (const CountLine& line : linesOfCount(tx, count)) {
                                reports::writeCountLine(tx.store(), count, line, shown, out);
                            }
                            out.end();
                        });
    });
}

} // namespace giftbox::web
