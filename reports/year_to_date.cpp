#include "reports/year_to_date.h"

#include "reports/cells.h"
#include "reports/monthly_cost.h"
#include "reports/statements.h"

#include <algorithm>

namespace giftbox::reports {

using books::ReadTransaction;
using budget::MonthTotals;
using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Month;
using foundation::RowWriter;

namespace {

constexpr std::int32_t kYear = 100; // from a month to that of the next year

Month aYearBefore(Month month)
{
    const Month first;
    return month.number() - kYear < first.number() ? first : Month(month.number() - kYear);
}

void add(MonthTotals& sum, const MonthTotals& more, int sign)
{
    sum.boxesGiven += sign * more.boxesGiven;
    sum.recipients += sign * more.recipients;
    sum.overrides += sign * more.overrides;
    for (const auto member :
         {&MonthTotals::contents, &MonthTotals::packaging, &MonthTotals::labor}) {
        (sum.*member).minor += sign * (more.*member).minor;
    }
    for (std::size_t i = 0; i < sum.moved.size(); ++i) {
        sum.moved.at(i).minor += sign * more.moved.at(i).minor;
    }
}

void writeTotals(const YearToDate& year, std::string_view period, RowWriter& out)
{
    const MonthTotals& totals = year.totals;
    const MonthlyCost cost{.month = year.last, .totals = totals, .cap = {}};
    const bool isChange = period == "change";
    out.code(period);
    isChange ? out.empty() : out.month(year.first);
    isChange ? out.empty() : out.month(year.last);
    out.integer(totals.boxesGiven);
    out.integer(totals.recipients);
    out.amount(totals.contents);
    out.amount(totals.packaging);
    out.amount(totals.labor);
    out.amount(totals.spent());
    amountOrEmpty(out, isChange ? std::nullopt : cost.costPerRecipient());
    amountOrEmpty(out, isChange ? std::nullopt : cost.costPerBox());
    writeMoved(totals, out);
    out.integer(totals.overrides);
    out.endRow();
}

} // namespace

YearToDate yearToDate(const ReadTransaction& tx, Month last)
{
    YearToDate year{.first = Month(last.number() / kYear * kYear + 1), .last = last, .totals = {}};
    for (const auto& [month, totals] :
         budget::monthTotals(tx, year.first.number(), year.last.number())) {
        add(year.totals, totals, 1);
    }
    year.totals.recipients =
        tx.database()
            .query(sql::RecipientsOfMonths{
                .storeId = tx.storeId(), .firstMonth = year.first, .lastMonth = year.last})
            ->recipients;
    return year;
}

const std::vector<Column>& yearColumns()
{
    static const std::vector<Column> columns = withMovedColumns(
        {{"period", "Period", ColumnType::Code},
         {"from", "From", ColumnType::Date, Cells::MaybeEmpty},
         {"to", "To", ColumnType::Date, Cells::MaybeEmpty},
         {"boxes_given", "Boxes given", ColumnType::Integer},
         {"recipients", "Recipients", ColumnType::Integer},
         {"contents_cost", "Contents", ColumnType::Amount},
         {"packaging_cost", "Packaging", ColumnType::Amount},
         {"labor_cost", "Labor", ColumnType::Amount},
         {"total_cost", "Total", ColumnType::Amount},
         {"cost_per_recipient", "Cost per recipient", ColumnType::Amount, Cells::MaybeEmpty},
         {"cost_per_box", "Cost per box", ColumnType::Amount, Cells::MaybeEmpty}},
        {{"overrides", "Cap overrides", ColumnType::Integer}});
    return columns;
}

void writeYears(const ReadTransaction& tx, Month last, RowWriter& out)
{
    const YearToDate now = yearToDate(tx, last);
    const YearToDate before = yearToDate(tx, aYearBefore(last));
    YearToDate change = now;
    add(change.totals, before.totals, -1);
    out.begin(yearColumns());
    writeTotals(now, "this_year", out);
    writeTotals(before, "last_year", out);
    writeTotals(change, "change", out);
    out.end();
}

} // namespace giftbox::reports
