#include "inventory/stock.h"
#include "operations/pages_by_key.h"
#include "operations/reports.h"
#include "operations/table.h"
#include "reports/box_costs.h"
#include "reports/lot_rows.h"
#include "reports/receipt_sums.h"
#include "reports/roll_forward.h"
#include "reports/year_to_date.h"

namespace giftbox::operations {

namespace {

constexpr FieldInfo kAsOf{.name = "as_of",
                          .type = Date,
                          .title = "As of",
                          .help = "at the end of this day; default: today"};

void readRollForward(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    reports::writeRollForward(reports::rollForward(tx, call.month("month")), out);
}

void readLots(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    reports::LotsAsked asked{
        .day = call.day("as_of"), .after = call.afterNumber().value_or(0), .most = call.limit()};
    if (call.has("sku")) {
        asked.item = inventory::requireItem(tx, call.text("sku")).number;
    }
    if (const auto last = reports::writeLotsOn(tx, asked, out)) {
        call.next = std::to_string(*last);
    }
}

void readAge(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    requireAfterItem(call, tx);
    call.next =
        reports::writeAgeOn(tx, call.day("as_of"), call.after().value_or(""), call.limit(), out);
}

void readReceipts(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const MonthSpan span = monthsAsked(call);
    reports::writeReceiptSums(tx, span.first, span.last, out);
}

void readCostsBy(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const MonthSpan span = monthsAsked(call);
    reports::writeBoxCosts(tx, reports::parseCostBy(call.maybeText("by").value_or("adviser")),
                           span.first, span.last, out);
}

void readYears(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    reports::writeYears(tx, call.month("month"), out);
}

std::vector<Operation> ofStock()
{
    return {
        {.command = "report roll-forward",
         .address = "/report/roll-forward",
         .summary = "stock of a month from opening to closing, and boxes packed, not handed over",
         .action = Action::ViewReport,
         .fields = {kReportMonth},
         .columns = {"RollForwardLine", reports::rollForwardColumns, "part:shelf|boxes"},
         .read = readRollForward,
         .example = "2026-11 -o roll-forward.csv"},
        {.command = "report lots",
         .address = "/report/lots",
         .summary = "lots on the shelf on any day, with what is left of them",
         .action = Action::ViewStock,
         .fields = {kAsOf, {.name = "sku", .title = "Item", .help = "only this item"}},
         .columns = {"LotOnShelf", reports::lotsOnColumns,
                     "kind:contents|packaging source:purchase|parts_transfer|return|count"},
         .read = readLots,
         .example = "--as-of 2026-10-31 -o lots.csv",
         .isPaged = true},
        {.command = "report age",
         .address = "/report/age",
         .summary = "how long items have been on the shelf, by what they cost",
         .action = Action::ViewStock,
         .fields = {kAsOf},
         .columns = {"AgedItem", reports::ageColumns, "kind:contents|packaging"},
         .read = readAge,
         .example = "--as-of 2026-10-31",
         .isPaged = true},
        {.command = "report receipts",
         .address = "/report/receipts",
         .summary = "what came from each supplier, and what went back",
         .action = Action::ViewReport,
         .fields = {kOnlyMonth, kFromMonth, kToMonth},
         .columns = {"ReceiptSum", reports::receiptSumColumns, "source:purchase|parts_transfer"},
         .read = readReceipts,
         .example = "--from 2026-01 --to 2026-12"}};
}

} // namespace

std::vector<Operation> stockReportOperations()
{
    std::vector<Operation> all = ofStock();
    all.push_back({.command = "report costs",
                   .address = "/report/costs",
                   .summary = "what boxes cost by adviser, department, group, or recipe",
                   .action = Action::ViewReport,
                   .fields = {{.name = "by",
                               .title = "By",
                               .help = "what to group the boxes by; default: adviser",
                               .choices = "adviser|department|group|recipe"},
                              kOnlyMonth,
                              kFromMonth,
                              kToMonth},
                   .columns = {"BoxCosts", reports::boxCostColumns},
                   .read = readCostsBy,
                   .example = "--by recipe --from 2026-07 --to 2026-12"});
    all.push_back(
        {.command = "report year",
         .address = "/report/year",
         .summary = "the year up to a month beside the year before",
         .action = Action::ViewReport,
         .fields = {kReportMonth},
         .columns = {"YearToDate", reports::yearColumns, "period:this_year|last_year|change"},
         .read = readYears,
         .example = "2026-11"});
    return all;
}

} // namespace giftbox::operations
