#include "reports/month_rows.h"

#include "budget/authorize.h"
#include "purchasing/order.h"
#include "reports/cells.h"
#include "reports/monthly_cost.h"
#include "reports/waiting_cells.h"

namespace giftbox::reports {

using budget::Cap;
using budget::CapName;
using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Money;
using foundation::RowWriter;

namespace {

/// The amounts that count against a monthly cap; none for the caps per box.
std::optional<Money> spentUnder(CapName name, const budget::MonthTotals& totals)
{
    if (name == CapName::MonthProgram) {
        return totals.spent();
    }
    return name == CapName::MonthRestock ? std::optional(totals.of(books::MonthFigure::Restock))
                                         : std::nullopt;
}

/// `program` is for the cap month.program, `ordered` for month.restock.
void writeCap(const books::Store& store, CapName name, const budget::MonthState& state,
              const gifting::MonthRemaining& program, Money ordered, RowWriter& out)
{
    const std::optional<Cap>& cap = capOf(state.caps, name);
    const std::optional<Money> spent = spentUnder(name, state.totals);
    const std::optional<Money> committed =
        name == CapName::MonthProgram ? std::optional(state.totals.committed) : std::nullopt;
    out.code(toText(name));
    cap ? out.amount(cap->amount) : out.empty();
    cap ? out.code(toText(cap->action)) : out.empty();
    cap ? out.month(cap->from) : out.empty();
    amountOrEmpty(out, spent);
    amountOrEmpty(out, committed);
    name == CapName::MonthRestock ? out.amount(ordered) : out.empty();
    amountOrEmpty(out, remainingUnder(cap, spent.value_or(Money{}) + committed.value_or(Money{})));
    writeWaiting(store, name == CapName::MonthProgram ? program : gifting::MonthRemaining{}, out);
    out.endRow();
}

} // namespace

const std::vector<Column>& capsOfMonthColumns()
{
    static const std::vector<Column> columns =
        withWaiting({{"cap", "Cap", ColumnType::Code},
                     {"amount", "Amount", ColumnType::Amount, Cells::MaybeEmpty},
                     {"action", "If exceeded", ColumnType::Code, Cells::MaybeEmpty},
                     {"from", "Since", ColumnType::Date, Cells::MaybeEmpty},
                     {"spent", "Spent", ColumnType::Amount, Cells::MaybeEmpty},
                     {"committed", "Committed", ColumnType::Amount, Cells::MaybeEmpty},
                     {"ordered", "Ordered", ColumnType::Amount, Cells::MaybeEmpty},
                     {"remaining", "Remaining", ColumnType::Amount, Cells::MaybeEmpty}});
    return columns;
}

void writeCapsOfMonth(const books::ReadTransaction& tx, foundation::Month month, RowWriter& out)
{
    const budget::MonthState state = budget::loadMonth(tx, month);
    const gifting::MonthRemaining program = gifting::remainingOf(tx, month, state);
    const Money ordered = orderedIn(purchasing::unfinishedOrders(tx), month);
    for (const CapName name : budget::kCapNames) {
        writeCap(tx.store(), name, state, program, ordered, out);
    }
}

const std::vector<Column>& capSetColumns()
{
    static const std::vector<Column> columns = {
        {"cap", "Cap", ColumnType::Code},
        {"amount", "Amount", ColumnType::Amount, Cells::MaybeEmpty},
        {"from", "From", ColumnType::Date},
        {"action", "If exceeded", ColumnType::Code},
        {"reason", "Reason", ColumnType::Text}};
    return columns;
}

void writeCapSet(const Cap& cap, const std::string& reason, RowWriter& out)
{
    out.code(toText(cap.name));
    cap.action == budget::CapAction::End ? out.empty() : out.amount(cap.amount);
    out.month(cap.from);
    out.code(toText(cap.action));
    out.text(reason);
    out.endRow();
}

const std::vector<Column>& capChangeColumns()
{
    static const std::vector<Column> columns = {
        {"cap", "Cap", ColumnType::Code},
        {"from", "From", ColumnType::Date},
        {"amount", "Amount", ColumnType::Amount, Cells::MaybeEmpty},
        {"action", "If exceeded", ColumnType::Code},
        {"reason", "Reason", ColumnType::Text},
        {"actor", "Set by", ColumnType::Text},
        {"recorded_at", "Recorded", ColumnType::Date}};
    return columns;
}

void writeCapChange(const budget::CapChange& change, RowWriter& out)
{
    out.code(toText(change.cap.name));
    out.month(change.cap.from);
    change.cap.action == budget::CapAction::End ? out.empty() : out.amount(change.cap.amount);
    out.code(toText(change.cap.action));
    out.text(change.reason);
    out.text(change.actor);
    out.code(toText(change.recordedAt));
    out.endRow();
}

const std::vector<Column>& closedMonthColumns()
{
    static const std::vector<Column> columns = [] {
        std::vector<Column> all(monthlyCostColumns().begin(), monthlyCostColumns().end());
        all.insert(all.end(), {{"carried_boxes", "Boxes carried over", ColumnType::Integer},
                               {"carried_cost", "Cost carried over", ColumnType::Amount},
                               {"moved_boxes", "Boxes moved", ColumnType::Integer},
                               {"moved_cost", "Commitments moved", ColumnType::Amount},
                               {"hash", "Hash of the last event", ColumnType::Code}});
        return all;
    }();
    return columns;
}

void writeClosedMonth(const books::ReadTransaction& tx, const accounting::ClosedMonth& closed,
                      RowWriter& out)
{
    writeMonthlyCostCells(monthlyCosts(tx, closed.month, closed.month).front(), out);
    out.integer(closed.carried.boxes);
    out.amount(closed.carried.cost.total());
    out.integer(closed.movedBoxes);
    out.amount(closed.moved);
    out.code(closed.hash);
    out.endRow();
}

const std::vector<Column>& reopenedMonthColumns()
{
    static const std::vector<Column> columns = {
        {"month", "Month", ColumnType::Date},
        {"reason", "Reason", ColumnType::Text},
        {"moved_boxes", "Boxes moved back", ColumnType::Integer},
        {"moved_cost", "Commitments moved back", ColumnType::Amount},
        {"superseded", "Superseded batches", ColumnType::Text, Cells::MaybeEmpty},
        {"closed_through", "Closed through", ColumnType::Date, Cells::MaybeEmpty}};
    return columns;
}

void writeReopenedMonth(const accounting::ReopenedMonth& reopened, RowWriter& out)
{
    std::string keys;
    for (const std::string& key : reopened.superseded) {
        keys += (keys.empty() ? "" : " ") + key;
    }
    out.month(reopened.month);
    out.text(reopened.reason);
    out.integer(reopened.movedBoxes);
    out.amount(reopened.moved);
    textOrEmpty(out, keys.empty() ? std::nullopt : std::optional(keys));
    reopened.closedThrough ? out.month(*reopened.closedThrough) : out.empty();
    out.endRow();
}

} // namespace giftbox::reports
