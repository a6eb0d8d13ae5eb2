#include "cli/context.h"
#include "cli/looks.h"
#include "foundation/text.h"
#include "operations/reports.h"
#include "reports/cells.h"
#include "reports/month_pipeline.h"
#include "reports/monthly_cost.h"

#include <algorithm>

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::Money;
using reports::amountOrEmpty;
using reports::MonthlyCost;

namespace {

enum class Bars { Shown, Hidden };

constexpr std::int64_t kBarCells = 24;

std::int64_t cellsOf(Money amount, Money longest)
{
    return longest.minor <= 0 || amount.minor <= 0
               ? 0
               : portion(amount, kBarCells, longest.minor).minor;
}

Money longestOf(std::span<const MonthlyCost> months)
{
    Money longest;
    for (const MonthlyCost& one : months) {
        longest = std::max(
            {longest, one.totals.spent() + one.totals.committed, one.limit().value_or(Money{})});
    }
    return longest;
}

/// `█` is spent, `░` committed, `|` the cap.
std::string barOf(const MonthlyCost& one, Money longest)
{
    const std::int64_t spent = cellsOf(one.totals.spent(), longest);
    const std::int64_t used = cellsOf(one.totals.spent() + one.totals.committed, longest);
    const auto limit = one.limit();
    const std::int64_t cap = limit ? std::max<std::int64_t>(cellsOf(*limit, longest), 1) : -1;
    std::string bar;
    for (std::int64_t i = 0; i < std::max(used, cap); ++i) {
        if (i == cap - 1 && i >= used) {
            bar += "|";
        } else {
            bar += i < spent ? "█" : i < used ? "░" : " ";
        }
    }
    return bar;
}

void writeCosts(std::span<const MonthlyCost> months, Bars bars, foundation::RowWriter& out)
{
    std::vector<Column> columns = {{"month", "Month", ColumnType::Date},
                                   {"boxes", "Boxes", ColumnType::Integer},
                                   {"recipients", "Recipients", ColumnType::Integer},
                                   {"contents", "Contents", ColumnType::Amount},
                                   {"packaging", "Packaging", ColumnType::Amount},
                                   {"labor", "Labor", ColumnType::Amount},
                                   {"total", "Total", ColumnType::Amount},
                                   {"recipient", "A recipient", ColumnType::Amount},
                                   {"box", "A box", ColumnType::Amount}};
    if (bars == Bars::Shown) {
        columns.push_back({"bar", "█ spent ░ committed | cap", ColumnType::Text});
    }
    out.begin(columns);
    const Money longest = longestOf(months);
    for (const MonthlyCost& one : months) {
        out.month(one.month);
        out.integer(one.totals.boxesGiven);
        out.integer(one.totals.recipients);
        out.amount(one.totals.contents);
        out.amount(one.totals.packaging);
        out.amount(one.totals.labor);
        out.amount(one.totals.spent());
        amountOrEmpty(out, one.costPerRecipient());
        amountOrEmpty(out, one.costPerBox());
        if (bars == Bars::Shown) {
            out.text(barOf(one, longest));
        }
        out.endRow();
    }
    out.end();
}

void writeBudget(std::span<const MonthlyCost> months, foundation::RowWriter& out)
{
    static const std::vector<Column> columns =
        reports::withMovedColumns({{"month", "Month", ColumnType::Date},
                                   {"cap", "Cap", ColumnType::Amount},
                                   {"rolled_over", "Rolled over", ColumnType::Amount},
                                   {"committed", "Committed", ColumnType::Amount},
                                   {"left", "Remaining", ColumnType::Amount},
                                   {"used", "Used %", ColumnType::Integer}},
                                  {{"overrides", "Cap overrides", ColumnType::Integer},
                                   {"packed", "Packed at end", ColumnType::Integer},
                                   {"packed_cost", "Cost", ColumnType::Amount}});
    out.begin(columns);
    for (const MonthlyCost& one : months) {
        out.month(one.month);
        amountOrEmpty(out, one.cap);
        amountOrEmpty(out, one.cap ? std::optional(one.rolled) : std::nullopt);
        out.amount(one.totals.committed);
        amountOrEmpty(out, one.left());
        const auto used = one.usedPerMille();
        used ? out.code(reports::perMilleText(*used)) : out.empty();
        reports::writeMoved(one.totals, out);
        out.integer(one.totals.overrides);
        out.integer(one.packed.boxes);
        out.amount(one.packed.goods());
        out.endRow();
    }
    out.end();
}

/// The total of all months. Recipients are distinct per month, so they are not added up.
std::string sumLine(std::span<const MonthlyCost> months, const books::Store& store)
{
    budget::MonthTotals sum;
    for (const MonthlyCost& one : months) {
        sum.boxesGiven += one.totals.boxesGiven;
        sum.contents += one.totals.contents;
        sum.packaging += one.totals.packaging;
        sum.labor += one.totals.labor;
    }
    return "Total: " + std::to_string(sum.boxesGiven) + (sum.boxesGiven == 1 ? " box" : " boxes") +
           " for " + store.amount(sum.spent()) + ": contents " + store.amount(sum.contents) +
           ", packaging " + store.amount(sum.packaging) + ", labor " + store.amount(sum.labor) +
           "\n";
}

} // namespace

/// Program cost versus recipients with a bar a month, as long as the month's cost (where there is a cap, `|` stands
/// where it is), then the budget of each month.
void showCosts(Context& context, const books::ReadTransaction& tx, operations::Call& call)
{
    const operations::MonthSpan span = operations::monthsOfCosts(call, tx);
    const std::vector<MonthlyCost> months = reports::monthlyCosts(tx, span.first, span.last);
    const books::Store& store = tx.store();
    Output& output = context.output();
    output.write(foundation::printable(store.name) + ": program cost and recipients, " +
                 store.currency.code + "\n\n");
    writeCosts(months, output.isTerminal() ? Bars::Shown : Bars::Hidden,
               *output.writer(store.currency, Shape::Rows));
    output.write("\n" + sumLine(months, store) + "\n");
    writeBudget(months, *output.writer(store.currency, Shape::Rows));
}

void showStory(Context& context, const books::ReadTransaction& tx, operations::Call& call)
{
    const auto pipeline = reports::monthPipeline(tx, call.month("month"));
    Output& output = context.output();
    output.write(foundation::printable(tx.store().name) + ": the gift program in " +
                 toText(call.month("month")) + "\n\n");
    writePipelineCounts(pipeline, *output.writer(tx.store().currency, Shape::Rows));
    output.write("\n");
    writePipelineLines(pipeline, *output.writer(tx.store().currency, Shape::Rows));
}

} // namespace giftbox::cli
