#include "accounting/journal_facts.h"

#include "accounting/department.h"
#include "accounting/statements.h"

#include <algorithm>

namespace giftbox::accounting {

using books::ReadTransaction;
using foundation::Date;
using foundation::Money;

namespace {

constexpr std::int64_t kMovementsAPage = 8192;
constexpr std::int64_t kBoxesAPage = 8192;

bool isIn(const JournalSpan& span, std::int64_t event)
{
    return event > span.afterEvent && event <= span.throughEvent;
}

void addMovements(const ReadTransaction& tx, const JournalSpan& span, Recognition recognition,
                  EntryMaker& maker)
{
    const auto numbers =
        tx.database().query(sql::JournalMovementSpan{.storeId = tx.storeId(), .month = span.month});
    if (numbers->firstMovement == 0) {
        return;
    }
    const std::int64_t last = numbers->lastMovement;
    const std::string department =
        recognition == Recognition::OnReceipt ? defaultDepartment(tx, span.month) : "";
    for (std::int64_t after = numbers->firstMovement - 1; after < last; after += kMovementsAPage) {
        for (const auto& row : tx.database().query(sql::JournalMovements{.storeId = tx.storeId(),
                               .after = after,
                               .upto = std::min(last, after + kMovementsAPage),
                               .first = span.month.firstDay().number(),
                               .last = span.month.lastDay().number(),
                               .afterEvent = span.afterEvent,
                               .throughEvent = span.throughEvent})) {
            maker.add(MovedStock{.kind = books::movementKindOf(row.kind).value(),
                                 .on = row.movedOn,
                                 .isPackaging = row.itemKind == "packaging",
                                 .cost = row.cost,
                                 .source = std::string(row.source.value_or("")),
                                 .reference = std::string(row.lotReference.value_or("")),
                                 .isFreight = row.isFreight != 0,
                                 .box = row.boxNo,
                                 .lot = row.lotNo,
                                 .event = row.eventSeq,
                                 .department = department});
        }
    }
}

/// What the store books of it: labor by the setting as it was when the box was given.
template <class Row>
GivenBoxFact givenOf(const ReadTransaction& tx, const Row& row, Date on,
                     const std::string& otherwise)
{
    const bool hasLabor = tx.store().settings.at(books::Setting::JournalLabor, on.month(),
                                                 books::EventSeq{row.gaveEvent}) != 0;
    return {.box = row.boxNo,
            .on = on,
            .contents = row.contents,
            .packaging = row.packaging,
            .labor = hasLabor ? row.labor : Money{},
            .event = row.gaveEvent,
            .department = row.department.empty() ? otherwise : std::string(row.department)};
}

void addGiven(const ReadTransaction& tx, const JournalSpan& span, EntryMaker& maker)
{
    const std::string otherwise = defaultDepartment(tx, span.month);
    std::int64_t after = 0;
    for (std::int64_t rows = kBoxesAPage; rows == kBoxesAPage;) {
        rows = 0;
        for (const auto& row : tx.database().query(sql::JournalGiven{.storeId = tx.storeId(),
                               .month = span.month,
                               .after = after,
                               .most = kBoxesAPage})) {
            ++rows;
            after = row.boxNo;
            if (isIn(span, row.gaveEvent)) {
                maker.add(givenOf(tx, row, *row.givenOn, otherwise));
            }
        }
    }
}

/// A giving that was taken back, and that it was.
void addTakenBack(const ReadTransaction& tx, const JournalSpan& span, EntryMaker& maker)
{
    const std::string otherwise = defaultDepartment(tx, span.month);
    std::int64_t after = 0;
    std::int64_t afterBox = 0;
    for (std::int64_t rows = kBoxesAPage; rows == kBoxesAPage;) {
        rows = 0;
        for (const auto& row : tx.database().query(sql::JournalTakenBack{.storeId = tx.storeId(),
                               .month = span.month,
                               .first = span.month.firstDay().number(),
                               .last = span.month.lastDay().number(),
                               .after = after,
                               .afterBox = afterBox,
                               .most = kBoxesAPage})) {
            ++rows;
            after = row.eventSeq;
            afterBox = row.boxNo;
            GivenBoxFact given = givenOf(tx, row, row.givenOn, otherwise);
            if (isIn(span, given.event)) {
                maker.add(given);
            }
            if (isIn(span, row.eventSeq)) {
                given.isTakenBack = true;
                given.event = row.eventSeq;
                maker.add(given);
            }
        }
    }
}

/// A bill of a month that was closed already is booked on the first day that was open.
void addBills(const ReadTransaction& tx, const JournalSpan& span, EntryMaker& maker)
{
    for (const auto& row : tx.database().query(sql::JournalBills{.storeId = tx.storeId(),
                           .afterEvent = span.afterEvent,
                           .throughEvent = span.throughEvent})) {
        Date on = row.billedOn;
        if (on.month().number() <= row.closedMonth) {
            on = foundation::Month(static_cast<std::int32_t>(row.closedMonth)).next().firstDay();
        }
        if (on.month() == span.month) {
            maker.add(BilledStock{.bill = row.billNo,
                                  .reference = std::string(row.reference),
                                  .on = on,
                                  .source = std::string(row.source),
                                  .amount = row.amount,
                                  .event = row.eventSeq});
        }
    }
}

} // namespace

JournalSpan unbatched(const ReadTransaction& tx, foundation::Month month)
{
    const auto covered =
        tx.database().query(sql::JournalCovered{.storeId = tx.storeId(), .month = month});
    return {.month = month, .afterEvent = covered->throughEvent};
}

void eachEntry(const ReadTransaction& tx, const JournalSpan& span, const EntryMaker::Take& take)
{
    eachEntry(tx, span,
              tx.store().expensesOnReceipt() ? Recognition::OnReceipt : Recognition::OnIssue, take);
}

void eachEntry(const ReadTransaction& tx, const JournalSpan& span, Recognition recognition,
               const EntryMaker::Take& take)
{
    EntryMaker maker(take, recognition);
    addMovements(tx, span, recognition, maker);
    addGiven(tx, span, maker);
    addTakenBack(tx, span, maker);
    addBills(tx, span, maker);
    maker.finish();
}

} // namespace giftbox::accounting
