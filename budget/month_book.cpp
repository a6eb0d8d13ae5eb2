#include "budget/month_book.h"

#include "budget/statements.h"

#include <algorithm>

namespace giftbox::budget {

using books::MonthFigure;
using books::RecipientNo;
using foundation::Money;
using foundation::Month;

namespace {

MonthTotals totalsOf(const auto& row)
{
    return {.boxesGiven = row.boxesGiven,
            .recipients = row.recipients,
            .contents = row.contents,
            .packaging = row.packaging,
            .labor = row.labor,
            .committed = row.committed,
            .moved = {row.restock, row.writeOff, row.variance},
            .overrides = row.overrides,
            .firstMovement = row.firstMovement,
            .lastMovement = row.lastMovement};
}

/// Caps come in the order of their first months, so the last of a name applies.
void takeRow(const sql::MonthWithCaps::Row& row, MonthState& state)
{
    state.totals = totalsOf(row);
    state.committedBefore = row.committedBefore;
    if (!row.cap) {
        return;
    }
    const Cap cap{.name = parseCapName(*row.cap),
                  .from = *row.fromMonth,
                  .amount = *row.amount,
                  .action = parseCapAction(*row.action),
                  .rollOver = parseRollOver(*row.rollOver),
                  .rollOverMost = *row.rollOverMost,
                  .warnPercent = *row.warnPercent,
                  .rolled = {}};
    state.caps[static_cast<std::size_t>(cap.name)] =
        cap.action == CapAction::End ? std::nullopt : std::optional(cap);
    if (cap.action != CapAction::End && cap.rollOver != RollOver::None) {
        state.caps[static_cast<std::size_t>(cap.name)]->rolled = row.rolled;
    }
}

} // namespace

void MonthTotals::count(books::MovementKind kind, Money cost)
{
    if (const auto& figure = ruleOf(kind).figure) {
        Money& sum = moved[static_cast<std::size_t>(*figure)];
        sum = ruleOf(*figure).sign > 0 ? sum + cost : sum - cost;
    }
}

MonthState loadMonth(const books::ReadTransaction& tx, Month month)
{
    MonthState state;
    for (const auto& row :
         tx.database().query(sql::MonthWithCaps{.storeId = tx.storeId(), .month = month})) {
        takeRow(row, state);
    }
    return state;
}

std::map<std::int64_t, MonthTotals> monthTotals(const books::ReadTransaction& tx,
                                                std::int64_t first, std::int64_t last)
{
    std::map<std::int64_t, MonthTotals> totals;
    for (const auto& row : tx.database().query(
             sql::MonthTotals{.storeId = tx.storeId(), .first = first, .last = last})) {
        totals.emplace(row.month, totalsOf(row));
    }
    return totals;
}

std::optional<MonthSpan> monthsWithFacts(const books::ReadTransaction& tx)
{
    const auto span = tx.database().query(sql::MonthsWithFacts{.storeId = tx.storeId()});
    return span->firstMonth ? std::optional(MonthSpan{*span->firstMonth, *span->lastMonth})
                            : std::nullopt;
}

std::optional<foundation::Month> firstOpenMonthWithFacts(const books::ReadTransaction& tx)
{
    const auto& closed = tx.store().closedThrough;
    return tx.database()
        .query(sql::FirstMonthAfter{.storeId = tx.storeId(),
                                    .after = closed ? closed->number() : std::int64_t{0}})
        ->month;
}

void MonthBook::load(Month month)
{
    const auto [at, isNew] = months_.try_emplace(month);
    if (isNew) {
        MonthState& state = at->second;
        tx_.database().visitLater(
            sql::MonthWithCaps{.storeId = tx_.storeId(), .month = month},
            [&state](const sql::MonthWithCaps::Row& row) { takeRow(row, state); });
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
void MonthBook::addMovement(Month month, books::MovementKind kind, Money cost)
{
    change(month).count(kind, cost);
}
void MonthBook::addMovements(Month month, std::int64_t first, std::int64_t last)
{
    MonthTotals& totals = change(month);
    totals.firstMovement =
        totals.firstMovement == 0 ? first : std::min(totals.firstMovement, first);
    totals.lastMovement = std::max(totals.lastMovement, last);
}

void MonthBook::addOverride(Month month) { ++change(month).overrides; }

void MonthBook::removeOverride(Month month) { --change(month).overrides; }

void MonthBook::removeGiven(Month month, const BoxCost& cost, std::optional<RecipientNo> lastOf)
{
    MonthTotals& totals = change(month);
    --totals.boxesGiven;
    totals.contents -= cost.contents;
    totals.packaging -= cost.packaging;
    totals.labor -= cost.labor;
    if (lastOf) {
        --totals.recipients;
        tx_.database().execute(sql::DeleteMonthRecipient{
            .storeId = tx_.storeId(), .month = month, .recipientNo = lastOf->value});
    }
}

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
        foundation::Batch batch = sql::InsertMonthRecipients::batch();
        for (const RecipientNo recipient : recipients) {
            batch.add(recipient.value);
        }
        months_.at(month).totals.recipients += database.countForEach(
            sql::InsertMonthRecipients{.storeId = tx_.storeId(), .month = month}, batch);
    }
    recipients_.clear();
    for (const Month month : changed_) {
        const MonthTotals& totals = months_.at(month).totals;
        database.execute(sql::UpsertMonthTotal{.storeId = tx_.storeId(),
                                               .month = month,
                                               .boxesGiven = totals.boxesGiven,
                                               .recipients = totals.recipients,
                                               .contents = totals.contents,
                                               .packaging = totals.packaging,
                                               .labor = totals.labor,
                                               .committed = totals.committed,
                                               .restock = totals.of(MonthFigure::Restock),
                                               .writeOff = totals.of(MonthFigure::WriteOff),
                                               .variance = totals.of(MonthFigure::Variance),
                                               .overrides = totals.overrides,
                                               .firstMovement = totals.firstMovement,
                                               .lastMovement = totals.lastMovement});
    }
    changed_.clear();
}

} // namespace giftbox::budget
