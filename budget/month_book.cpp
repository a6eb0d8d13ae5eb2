#include "budget/month_book.h"

#include <algorithm>

namespace giftbox::budget {

using books::RecipientNo;
using foundation::Money;
using foundation::Month;
using foundation::Row;
using foundation::Rows;

namespace {

MonthTotals totalsOf(const Row& row)
{
    return {.boxesGiven = row.integer(0),
            .recipients = row.integer(1),
            .contents = {row.integer(2)},
            .packaging = {row.integer(3)},
            .labor = {row.integer(4)},
            .committed = {row.integer(5)},
            .restock = {row.integer(6)},
            .writeOff = {row.integer(7)},
            .overrides = row.integer(8),
            .firstMovement = row.integer(9),
            .lastMovement = row.integer(10)};
}

/// Takes one row of `month_with_caps`. Caps come in the order in which they took effect, so the last of a name holds.
void takeRow(const Row& row, MonthState& state)
{
    if (!row.isNull(0)) {
        state.totals = totalsOf(row);
    }
    state.committedBefore = {row.integer(15)};
    if (row.isNull(11)) {
        return;
    }
    const Cap cap{.name = parseCapName(row.text(11)),
                  .from = Month(static_cast<std::int32_t>(row.integer(12))),
                  .amount = {row.integer(13)},
                  .action = parseCapAction(row.text(14))};
    state.caps[static_cast<std::size_t>(cap.name)] = cap;
}

} // namespace

MonthState loadMonth(const books::ReadTransaction& tx, Month month)
{
    MonthState state;
    Rows rows = tx.database().query("budget/month_with_caps",
                                    {{"store_id", tx.storeId()}, {"month", month.number()}});
    while (rows.next()) {
        takeRow(rows.row(), state);
    }
    return state;
}

std::optional<MonthSpan> monthsWithFacts(const books::ReadTransaction& tx)
{
    Rows rows = tx.database().query("budget/months_with_facts", {{"store_id", tx.storeId()}});
    if (!rows.next() || rows.row().isNull(0)) {
        return std::nullopt;
    }
    return MonthSpan{Month(static_cast<std::int32_t>(rows.row().integer(0))),
                     Month(static_cast<std::int32_t>(rows.row().integer(1)))};
}

std::optional<foundation::Month> firstOpenMonthWithFacts(const books::ReadTransaction& tx)
{
    const auto& closed = tx.store().closedThrough;
    Rows rows =
        tx.database().query("budget/first_month_after",
                            {{"store_id", tx.storeId()}, {"after", closed ? closed->number() : 0}});
    rows.next();
    return rows.row().isNull(0)
               ? std::nullopt
               : std::optional(foundation::Month(static_cast<std::int32_t>(rows.row().integer(0))));
}

void MonthBook::load(Month month)
{
    const auto [at, isNew] = months_.try_emplace(month);
    if (isNew) {
        MonthState& state = at->second;
        tx_.database().visitLater("budget/month_with_caps",
                                  {{"store_id", tx_.storeId()}, {"month", month.number()}},
                                  [&state](const Row& row) { takeRow(row, state); });
    }
}

const MonthState& MonthBook::month(Month month)
{
    auto at = months_.find(month);
    if (at == months_.end()) {
        at = months_.emplace(month, loadMonth(tx_, month)).first;
    }
    return at->second;
}

MonthTotals& MonthBook::change(Month month)
{
    (void)this->month(month);
    changed_.insert(month);
    return months_.at(month).totals;
}

void MonthBook::addCommitted(Month month, Money total) { change(month).committed += total; }
void MonthBook::addRestock(Month month, Money cost) { change(month).restock += cost; }
void MonthBook::addWriteOff(Month month, Money cost) { change(month).writeOff += cost; }
void MonthBook::addMovements(Month month, std::int64_t first, std::int64_t last)
{
    MonthTotals& totals = change(month);
    totals.firstMovement =
        totals.firstMovement == 0 ? first : std::min(totals.firstMovement, first);
    totals.lastMovement = std::max(totals.lastMovement, last);
}

void MonthBook::addOverride(Month month) { ++change(month).overrides; }

void MonthBook::addGiven(Month month, const BoxCost& cost, RecipientNo recipient)
{
    MonthTotals& totals = change(month);
    ++totals.boxesGiven;
    totals.contents += cost.contents;
    totals.packaging += cost.packaging;
    totals.labor += cost.labor;
    recipients_[month].insert(recipient);
}

void MonthBook::write()
{
    foundation::Database& database = tx_.database();
    for (const auto& [month, recipients] : recipients_) {
        foundation::Batch batch({"recipient_no"});
        for (const RecipientNo recipient : recipients) {
            batch.add(recipient.value);
        }
        months_.at(month).totals.recipients +=
            database.countForEach("budget/insert_month_recipients",
                                  {{"store_id", tx_.storeId()}, {"month", month.number()}}, batch);
    }
    recipients_.clear();
    for (const Month month : changed_) {
        const MonthTotals& totals = months_.at(month).totals;
        database.execute("budget/upsert_month_total", {{"store_id", tx_.storeId()},
                                                       {"month", month.number()},
                                                       {"boxes_given", totals.boxesGiven},
                                                       {"recipients", totals.recipients},
                                                       {"contents", totals.contents.minor},
                                                       {"packaging", totals.packaging.minor},
                                                       {"labor", totals.labor.minor},
                                                       {"committed", totals.committed.minor},
                                                       {"restock", totals.restock.minor},
                                                       {"write_off", totals.writeOff.minor},
                                                       {"overrides", totals.overrides},
                                                       {"first_movement", totals.firstMovement},
                                                       {"last_movement", totals.lastMovement}});
    }
    changed_.clear();
}

} // namespace giftbox::budget
