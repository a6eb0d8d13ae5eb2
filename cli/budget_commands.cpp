#include "budget/authorize.h"
#include "budget/set_cap.h"
#include "cli/commands.h"
#include "cli/context.h"

namespace giftbox::cli {

using budget::Cap;
using budget::CapName;
using foundation::Column;
using foundation::ColumnType;
using foundation::Money;
using foundation::RowWriter;

namespace {

void writeHistory(const books::ReadTransaction& tx, RowWriter& out)
{
    static const std::vector<Column> columns = {{"cap", "Cap", ColumnType::Code},
                                                {"from", "From", ColumnType::Date},
                                                {"amount", "Amount", ColumnType::Amount},
                                                {"action", "Action", ColumnType::Code},
                                                {"reason", "Reason", ColumnType::Text},
                                                {"actor", "Who", ColumnType::Text},
                                                {"recorded_at", "Recorded", ColumnType::Date}};
    out.begin(columns);
    for (const budget::CapChange& change : budget::listCapChanges(tx)) {
        out.code(toText(change.cap.name));
        out.month(change.cap.from);
        out.amount(change.cap.amount);
        out.code(toText(change.cap.action));
        out.text(change.reason);
        out.text(change.actor);
        out.code(toText(change.recordedAt));
        out.endRow();
    }
    out.end();
}

/// What counts against a cap of a month; none for the caps of one box.
std::optional<Money> spentUnder(CapName name, const budget::MonthTotals& totals)
{
    if (name == CapName::MonthProgram) {
        return totals.spent();
    }
    return name == CapName::MonthRestock ? std::optional(totals.restock) : std::nullopt;
}

void writeCap(CapName name, const budget::MonthState& state, RowWriter& out)
{
    const std::optional<Cap>& cap = capOf(state.caps, name);
    const auto amount = [&out](const std::optional<Money>& value) {
        value ? out.amount(*value) : out.empty();
    };
    const std::optional<Money> spent = spentUnder(name, state.totals);
    const std::optional<Money> committed =
        name == CapName::MonthProgram ? std::optional(state.totals.committed) : std::nullopt;
    out.code(toText(name));
    cap ? out.amount(cap->amount) : out.empty();
    cap ? out.code(toText(cap->action)) : out.empty();
    cap ? out.month(cap->from) : out.empty();
    amount(spent);
    amount(committed);
    amount(spent ? roomUnder(cap, *spent + committed.value_or(Money{})) : roomUnder(cap, Money{}));
    out.endRow();
}

void writeMonth(const budget::MonthState& state, RowWriter& out)
{
    static const std::vector<Column> columns = {
        {"cap", "Cap", ColumnType::Code},       {"amount", "Amount", ColumnType::Amount},
        {"action", "Action", ColumnType::Code}, {"from", "Since", ColumnType::Date},
        {"spent", "Spent", ColumnType::Amount}, {"committed", "Committed", ColumnType::Amount},
        {"room", "Room", ColumnType::Amount}};
    out.begin(columns);
    for (const CapName name : budget::kCapNames) {
        writeCap(name, state, out);
    }
    out.end();
}

} // namespace

int budgetSet(Context& context)
{
    static const std::vector<Column> columns = {{"cap", "Cap", ColumnType::Code},
                                                {"amount", "Amount", ColumnType::Amount},
                                                {"from", "From", ColumnType::Date},
                                                {"action", "Action", ColumnType::Code},
                                                {"reason", "Reason", ColumnType::Text}};
    const Arguments& given = context.arguments();
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        const Cap cap{.name = budget::parseCapName(given.text("CAP")),
                      .from = foundation::parseMonth(given.text("--from")),
                      .amount = given.amount("AMOUNT", tx.store().currency),
                      .action = budget::parseCapAction(given.text("--action"))};
        budget::setCap(tx, cap, given.text("--reason"));
        out.begin(columns);
        out.code(toText(cap.name));
        out.amount(cap.amount);
        out.month(cap.from);
        out.code(toText(cap.action));
        out.text(given.text("--reason"));
        out.endRow();
        out.end();
    });
}

int budgetShow(Context& context)
{
    const foundation::Month month =
        context.arguments().maybeMonth("MONTH").value_or(context.environment().today.month());
    return context.read([&](const books::ReadTransaction& tx) {
        const auto out = context.output().writer(tx.store().currency, Shape::Rows);
        if (context.arguments().has("--history")) {
            writeHistory(tx, *out);
        } else {
            writeMonth(budget::loadMonth(tx, month), *out);
        }
    });
}

} // namespace giftbox::cli
