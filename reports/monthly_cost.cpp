#include "reports/monthly_cost.h"

#include "budget/roll_over.h"
#include "reports/cells.h"
#include "reports/statements.h"

#include <cstdlib>
#include <map>

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Money;
using foundation::Month;

namespace {

/// `month.program` in each month from `first` to `last` that has the cap, with what rolled over.
std::map<Month, budget::Cap> programCaps(const books::ReadTransaction& tx, Month first, Month last)
{
    std::map<Month, std::optional<budget::Cap>> set; // by first months; of two for one, the later
    for (const auto& row : tx.database().query(sql::ProgramCaps{.storeId = tx.storeId()})) {
        const bool isEnd = row.action == toText(budget::CapAction::End);
        set[row.fromMonth] =
            isEnd ? std::nullopt
                  : std::optional(budget::Cap{.name = budget::CapName::MonthProgram,
                                              .from = row.fromMonth,
                                              .amount = row.amount,
                                              .rollOver = budget::parseRollOver(row.rollOver)});
    }
    std::map<Month, budget::Cap> caps;
    for (Month month = first; month <= last; month = month.next()) {
        const auto after = set.upper_bound(month);
        if (after != set.begin() && std::prev(after)->second) {
            caps[month] = *std::prev(after)->second;
        }
        if (month == last) {
            break; // the calendar's last month has no next
        }
    }
    for (const auto& one : budget::storedRollOvers(tx, first.number(), last.number())) {
        const auto cap = caps.find(one.month);
        if (one.cap == budget::CapName::MonthProgram && cap != caps.end() &&
            cap->second.rollOver != budget::RollOver::None) {
            cap->second.rolled = one.amount;
        }
    }
    return caps;
}

/// Closed months have fixed values; for others they come from the boxes.
std::map<Month, gifting::PackedBoxes> packedAtEnds(const books::ReadTransaction& tx, Month first,
                                                   Month last)
{
    std::map<Month, gifting::PackedBoxes> packed;
    for (const auto& row : tx.database().query(
             sql::CarriedMonths{.storeId = tx.storeId(), .first = first, .last = last})) {
        packed[row.month] = {.boxes = row.carriedBoxes,
                             .cost = {.contents = row.carriedContents,
                                      .packaging = row.carriedPackaging,
                                      .labor = row.carriedLabor}};
    }
    const auto& closed = tx.store().closedThrough;
    const Month open = closed && *closed >= first ? closed->next() : first;
    if (open <= last) {
        packed.merge(gifting::packedAtMonthEnds(tx, open, last));
    }
    return packed;
}

std::optional<Money> per(Money total, std::int64_t count)
{
    return count == 0 ? std::nullopt : std::optional(portion(total, 1, count));
}

} // namespace

std::optional<Money> MonthlyCost::costPerRecipient() const
{
    return per(totals.spent(), totals.recipients);
}
std::optional<Money> MonthlyCost::costPerBox() const
{
    return per(totals.spent(), totals.boxesGiven);
}

std::optional<Money> MonthlyCost::left() const
{
    const auto most = limit();
    return most ? std::optional(*most - totals.spent() - totals.committed) : std::nullopt;
}

std::optional<std::int64_t> MonthlyCost::usedPerMille() const
{
    const auto most = limit();
    if (!most || most->minor <= 0) {
        return std::nullopt;
    }
    return portion(totals.spent() + totals.committed, 1000, most->minor).minor;
}

std::string perMilleText(std::int64_t perMille)
{
    return (perMille < 0 ? "-" : "") + std::to_string(std::abs(perMille) / 10) + "." +
           std::to_string(std::abs(perMille) % 10);
}

std::vector<MonthlyCost> monthlyCosts(const books::ReadTransaction& tx, Month first, Month last)
{
    auto totals = budget::monthTotals(tx, first.number(), last.number());
    const auto caps = programCaps(tx, first, last);
    auto packed = packedAtEnds(tx, first, last);
    std::vector<MonthlyCost> months;
    for (Month month = first; month <= last; month = month.next()) {
        const auto cap = caps.find(month);
        const bool has = cap != caps.end();
        months.push_back({.month = month,
                          .totals = totals[month.number()],
                          .cap = has ? std::optional(cap->second.amount) : std::nullopt,
                          .rolled = has ? cap->second.rolled : Money{},
                          .packed = packed[month]});
        if (month == last) {
            break; // the calendar's last month has no next
        }
    }
    return months;
}

std::vector<Column> withMovedColumns(std::vector<Column> before, const std::vector<Column>& after)
{
    for (const books::MonthFigureRule& rule : books::kMonthFigures) {
        before.push_back({std::string(rule.column), std::string(rule.heading), ColumnType::Amount});
    }
    before.insert(before.end(), after.begin(), after.end());
    return before;
}

void writeMoved(const budget::MonthTotals& totals, foundation::RowWriter& out)
{
    for (const Money moved : totals.moved) {
        out.amount(moved);
    }
}

Month monthsBefore(Month month, int count)
{
    for (int i = 0; i < count && month != Month(); ++i) {
        month = month.previous();
    }
    return month;
}

std::span<const Column> monthlyCostColumns()
{
    static const std::vector<Column> columns = withMovedColumns(
        {{"month", "Month", ColumnType::Date},
         {"boxes_given", "Boxes given", ColumnType::Integer},
         {"recipients", "Recipients", ColumnType::Integer},
         {"contents_cost", "Contents", ColumnType::Amount},
         {"packaging_cost", "Packaging", ColumnType::Amount},
         {"labor_cost", "Labor", ColumnType::Amount},
         {"total_cost", "Total", ColumnType::Amount},
         {"cost_per_recipient", "Cost per recipient", ColumnType::Amount, Cells::MaybeEmpty},
         {"cost_per_box", "Cost per box", ColumnType::Amount, Cells::MaybeEmpty},
         {"cap", "Cap", ColumnType::Amount, Cells::MaybeEmpty},
         {"rolled_over", "Rolled over", ColumnType::Amount, Cells::MaybeEmpty},
         {"left", "Remaining", ColumnType::Amount, Cells::MaybeEmpty},
         {"used_percent", "Used %", ColumnType::Code, Cells::MaybeEmpty},
         {"committed_cost", "Committed", ColumnType::Amount}},
        {{"overrides", "Cap overrides", ColumnType::Integer},
         {"boxes_packed", "Packed at month end", ColumnType::Integer},
         {"packed_cost", "Packed cost", ColumnType::Amount}});
    return columns;
}

void writeMonthlyCostCells(const MonthlyCost& one, foundation::RowWriter& out)
{
    out.month(one.month);
    out.integer(one.totals.boxesGiven);
    out.integer(one.totals.recipients);
    out.amount(one.totals.contents);
    out.amount(one.totals.packaging);
    out.amount(one.totals.labor);
    out.amount(one.totals.spent());
    amountOrEmpty(out, one.costPerRecipient());
    amountOrEmpty(out, one.costPerBox());
    amountOrEmpty(out, one.cap);
    amountOrEmpty(out, one.cap ? std::optional(one.rolled) : std::nullopt);
    amountOrEmpty(out, one.left());
    const auto used = one.usedPerMille();
    used ? out.code(perMilleText(*used)) : out.empty();
    out.amount(one.totals.committed);
    writeMoved(one.totals, out);
    out.integer(one.totals.overrides);
    out.integer(one.packed.boxes);
    out.amount(one.packed.goods());
}

void writeMonthlyCosts(std::span<const MonthlyCost> months, foundation::RowWriter& out)
{
    out.begin(monthlyCostColumns());
    for (const MonthlyCost& one : months) {
        writeMonthlyCostCells(one, out);
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::reports
