#include "operations/counts.h"

#include "gifting/counting/record_count.h"
#include "gifting/counting/start_count.h"
#include "operations/stock_reasons.h"
#include "operations/table.h"

#include <algorithm>

namespace giftbox::operations {

using gifting::CountLine;
using gifting::CountNo;
using gifting::CountSession;
using reports::BooksShown;

namespace {

constexpr FieldInfo kCount{.name = "no",
                           .type = Integer,
                           .title = "Count",
                           .help = "number of the count",
                           .need = Required,
                           .option = "NO"};

constexpr RowShape kCountRow{"Count", reports::countColumns,
                             "scope:all|bin|category state:open|posted|cancelled"};
constexpr RowShape kCountLineRow{"CountLine", reports::countLineColumns,
                                 "state:open|counted|again|second"};

void writeOneCount(const ReadTransaction& tx, const CountSession& count, RowWriter& out)
{
    writeRow(out, reports::countColumns(), [&] { reports::writeCount(tx, count, out); });
}

void readCounts(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    auto counts = gifting::listCounts(tx, call.afterNumber(), call.limit() + 1);
    if (std::ssize(counts) > call.limit()) {
        counts.pop_back();
        call.next = std::to_string(counts.back().number.value);
    }
    out.begin(reports::countColumns());
    for (const CountSession& count : counts) {
        reports::writeCount(tx, count, out);
    }
    out.end();
}

void readCountLines(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const CountSession count = gifting::requireCountSession(tx, CountNo{call.integer("no")});
    const BooksShown shown = booksShownTo(call.caller, tx.store(), count);
    Page page(call);
    out.begin(reports::countLineColumns());
    for (const CountLine& line : linesOfCount(tx, count)) {
        if (page.takes(line.sku, true)) {
            reports::writeCountLine(tx.store(), count, line, shown, out);
        }
    }
    out.end();
    page.finish();
}

void startCount(Call& call, WriteTransaction& tx, RowWriter& out)
{
    if (!call.has("bin") && !call.has("category") && !call.isYes("all")) {
        throw foundation::Refusal("count.scope_needed");
    }
    if (call.isYes("all") && (call.has("bin") || call.has("category"))) {
        throw foundation::Refusal("count.scope/all");
    }
    const CountSession count = gifting::startCount(tx, {.on = call.day("as_of"),
                                                        .bin = call.maybeText("bin"),
                                                        .category = call.maybeText("category")});
    writeOneCount(tx, count, out);
}

void recordLine(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const CountNo number{call.integer("no")};
    const CountLine line =
        gifting::recordCount(tx, number,
                             {.sku = call.text("sku"),
                              .units = call.integer("units"),
                              .foundCost = call.maybeAmount("cost", tx.store().currency),
                              .isFromStart = call.isYes("from_start")});
    const CountSession count = gifting::requireCountSession(tx, number);
    writeRow(out, reports::countLineColumns(), [&] {
        reports::writeCountLine(tx.store(), count, line,
                                booksShownTo(call.caller, tx.store(), count), out);
    });
}

void postCount(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const CountNo number{call.integer("no")};
    const BooksShown before =
        booksShownTo(call.caller, tx.store(), gifting::requireCountSession(tx, number));
    const gifting::PostedCount posted =
        gifting::postCount(tx, {.number = number,
                                .reason = reasonIn(call, tx),
                                .leavesUncounted = call.isYes("leave_uncounted"),
                                .adjusts = call.isYes("adjust")});
    // After a dry run, the count is open again.
    const BooksShown shown = call.isDryRun ? before : BooksShown::Yes;
    writeRow(out, reports::postedCountColumns(),
             [&] { reports::writePostedCount(posted, shown, out); });
}

void cancelCount(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOneCount(tx, gifting::cancelCount(tx, CountNo{call.integer("no")}, call.text("reason")),
                  out);
}

std::vector<Operation> countLists()
{
    return {{.command = "count list",
             .address = "/count-sessions",
             .summary = "counts of several items, newest first",
             .columns = kCountRow,
             .read = readCounts,
             .isPaged = true},
            {.command = "count show",
             .address = "/count-sessions/{no}",
             .summary = "items of a count by bin, with what was counted and, unless whoever counts "
                        "is to count blind, what the books have",
             .fields = {kCount},
             .columns = kCountLineRow,
             .read = readCountLines,
             .example = "3",
             .isPaged = true}};
}

Operation startOperation()
{
    return {.command = "count start",
            .address = "/count-sessions",
            .summary = "start a count of the items of a bin or category, or of all items",
            .effect = "Keeps what the books have of each item. Nothing moves before the count is "
                      "posted, and boxes may be packed meanwhile.",
            .action = Action::CorrectStock,
            .fields = {{.name = "bin",
                        .title = "Bin",
                        .help = "only the items of this bin",
                        .value = "BIN"},
                       {.name = "category",
                        .title = "Category",
                        .help = "only the items of this category",
                        .value = "CATEGORY"},
                       {.name = "all",
                        .type = YesNo,
                        .title = "All items",
                        .help = "all items, whatever their bin or category",
                        .isFlag = true},
                       {.name = "as_of",
                        .type = Date,
                        .title = "As of",
                        .help = "the day at whose end it was on the shelf; default: today"}},
            .columns = kCountRow,
            .write = startCount,
            .answer = Answer::Row,
            .example = "--bin A-1",
            .inverse = {"count cancel", "no"}};
}

Operation lineOperation()
{
    return {.command = "count line",
            .address = "/count-sessions/{no}/line",
            .summary = "record what was counted of an item of a count; 0 if it is not there",
            .action = Action::CorrectStock,
            .fields = {kCount,
                       {.name = "sku",
                        .title = "Item",
                        .help = "item SKU or barcode",
                        .need = Required,
                        .option = "SKU"},
                       {.name = "units",
                        .type = Integer,
                        .title = "Units on the shelf",
                        .help = "number of units",
                        .need = Required,
                        .option = "UNITS",
                        .least = 0,
                        .most = 1'000'000'000},
                       {.name = "from_start",
                        .type = YesNo,
                        .title = "Counted when the count was started",
                        .help = "it was there when the count was started, as on a printed sheet, "
                                "and what moved since came on top",
                        .isFlag = true},
                       {.name = "cost",
                        .type = Amount,
                        .title = "Cost of extra units",
                        .help = "total cost of extra units; default: the cost of the latest lot "
                                "bought",
                        .value = "TOTAL"}},
            .columns = kCountLineRow,
            .write = recordLine,
            .answer = Answer::Row,
            .example = "3 MUG-11 31",
            .oneWay = "You can count the item again until the count is posted."};
}

Operation postOperation()
{
    return {.command = "count post",
            .address = "/count-sessions/{no}/post",
            .summary = "make the books match a count, all of its items or none",
            .effect = "Missing units leave at their cost, and units found become stock.",
            .action = Action::PostCount,
            .fields = {kCount,
                       kStockReason,
                       kReasonWords,
                       {.name = "leave_uncounted",
                        .type = YesNo,
                        .title = "Leave items that were not counted as they are",
                        .help = "items that were not counted stay as they are; default: all must "
                                "be counted",
                        .isFlag = true},
                       {.name = "adjust",
                        .type = YesNo,
                        .title = "Let what moved since come on top",
                        .help = "adjust the count of an item by what moved since it was counted; "
                                "default: it must be counted again",
                        .isFlag = true}},
            .columns = {"PostedCount", reports::postedCountColumns},
            .write = postCount,
            .answer = Answer::Row,
            .example = "3 --reason \"year-end count\"",
            .oneWay = "A posted count stays. The count of each item can be reversed alone."};
}

Operation cancelOperation()
{
    return {.command = "count cancel",
            .address = "/count-sessions/{no}/cancel",
            .summary = "end a count without a change of the books",
            .action = Action::CorrectStock,
            .fields = {kCount, kReason},
            .columns = kCountRow,
            .write = cancelCount,
            .answer = Answer::Row,
            .example = "3 --reason \"wrong bin\"",
            .oneWay = "You cannot undo this, but you can start another count."};
}

} // namespace

BooksShown booksShownTo(const Caller& caller, const books::Store& store, const CountSession& count)
{
    return isBlind(store, count) && caller.may(Action::CorrectStock) ? BooksShown::No
                                                                     : BooksShown::Yes;
}

std::vector<Operation> countOperations()
{
    std::vector<Operation> all = countLists();
    for (auto* step : {startOperation, lineOperation, postOperation, cancelOperation}) {
        all.push_back(step());
    }
    return all;
}

} // namespace giftbox::operations
