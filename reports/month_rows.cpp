#include "reports/month_rows.h"

#include "budget/authorize.h"
#include "budget/roll_over.h"
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

/// What rolls over, the most of it, and the share at which it warns.
void writePolicy(const std::optional<Cap>& cap, RowWriter& out)
{
    if (!cap || cap->action == budget::CapAction::End) {
        out.empty();
        out.empty();
        out.empty();
        return;
    }
    out.code(toText(cap->rollOver));
    amountOrEmpty(out,
                  cap->rollOverMost == Money{} ? std::nullopt : std::optional(cap->rollOverMost));
    integerOrEmpty(out, cap->warnPercent == 0 ? std::nullopt : std::optional(cap->warnPercent));
}

/// `before`, the columns of writePolicy, and `after`.
std::vector<Column> withPolicy(std::vector<Column> before, const std::vector<Column>& after)
{
    before.insert(before.end(),
                  {{"roll_over", "Rolls over", ColumnType::Code, Cells::MaybeEmpty},
                   {"roll_over_most", "At most", ColumnType::Amount, Cells::MaybeEmpty},
                   {"warn_percent", "Warns at %", ColumnType::Integer, Cells::MaybeEmpty}});
    before.insert(before.end(), after.begin(), after.end());
    return before;
}

/// `program` is for the cap month.program, `ordered` for month.restock.
void writeCap(const books::Store& store, CapName name, const budget::MonthState& state,
              const gifting::MonthRemaining& program, Money ordered, RowWriter& out)
{
    const std::optional<Cap>& cap = capOf(state.caps, name);
    const std::optional<Money> spent =
        isOfMonth(name) ? std::optional(spentUnder(name, state.totals)) : std::nullopt;
    const std::optional<Money> committed =
        name == CapName::MonthProgram ? std::optional(state.totals.committed) : std::nullopt;
    out.code(toText(name));
    cap ? out.amount(cap->amount) : out.empty();
    cap ? out.code(toText(cap->action)) : out.empty();
    cap ? out.month(cap->from) : out.empty();
    writePolicy(cap, out);
    amountOrEmpty(out, cap && isOfMonth(name) ? std::optional(cap->rolled) : std::nullopt);
    amountOrEmpty(out, spent);
    amountOrEmpty(out, committed);
    name == CapName::MonthRestock ? out.amount(ordered) : out.empty();
    amountOrEmpty(out, remainingUnder(cap, spent.value_or(Money{}) + committed.value_or(Money{})));
    const Money used = spent.value_or(Money{}) + committed.value_or(Money{});
    cap&& isOfMonth(name) && cap->limit() > Money{}
        ? out.code(budget::percentText(used, cap->limit()))
        : out.empty();
    writeWaiting(store, name == CapName::MonthProgram ? program : gifting::MonthRemaining{}, out);
    out.endRow();
}

} // namespace

const std::vector<Column>& capsOfMonthColumns()
{
    static const std::vector<Column> columns = withWaiting(
        withPolicy({{"cap", "Cap", ColumnType::Code},
                    {"amount", "Amount", ColumnType::Amount, Cells::MaybeEmpty},
                    {"action", "If exceeded", ColumnType::Code, Cells::MaybeEmpty},
                    {"from", "Since", ColumnType::Date, Cells::MaybeEmpty}},
                   {{"rolled_over", "Rolled over", ColumnType::Amount, Cells::MaybeEmpty},
                    {"spent", "Spent", ColumnType::Amount, Cells::MaybeEmpty},
                    {"committed", "Committed", ColumnType::Amount, Cells::MaybeEmpty},
                    {"ordered", "Ordered", ColumnType::Amount, Cells::MaybeEmpty},
                    {"remaining", "Remaining", ColumnType::Amount, Cells::MaybeEmpty},
                    {"used_percent", "Used %", ColumnType::Code, Cells::MaybeEmpty}}));
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
    static const std::vector<Column> columns =
        withPolicy({{"cap", "Cap", ColumnType::Code},
                    {"amount", "Amount", ColumnType::Amount, Cells::MaybeEmpty},
                    {"from", "From", ColumnType::Date},
                    {"action", "If exceeded", ColumnType::Code}},
                   {{"reason", "Reason", ColumnType::Text}});
    return columns;
}

void writeCapSet(const Cap& cap, const std::string& reason, RowWriter& out)
{
    out.code(toText(cap.name));
    cap.action == budget::CapAction::End ? out.empty() : out.amount(cap.amount);
    out.month(cap.from);
    out.code(toText(cap.action));
    writePolicy(cap, out);
    out.text(reason);
    out.endRow();
}

const std::vector<Column>& capChangeColumns()
{
    static const std::vector<Column> columns =
        withPolicy({{"cap", "Cap", ColumnType::Code},
                    {"from", "From", ColumnType::Date},
                    {"amount", "Amount", ColumnType::Amount, Cells::MaybeEmpty},
                    {"action", "If exceeded", ColumnType::Code}},
                   {{"reason", "Reason", ColumnType::Text},
                    {"actor", "Set by", ColumnType::Text},
                    {"recorded_at", "Recorded", ColumnType::Date}});
    return columns;
}

void writeCapChange(const budget::CapChange& change, RowWriter& out)
{
    out.code(toText(change.cap.name));
    out.month(change.cap.from);
    change.cap.action == budget::CapAction::End ? out.empty() : out.amount(change.cap.amount);
    out.code(toText(change.cap.action));
    writePolicy(change.cap, out);
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
