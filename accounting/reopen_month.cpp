#include "accounting/reopen_month.h"

#include "accounting/statements.h"
#include "accounting/told.h"
#include "books/code.h"
#include "budget/roll_over.h"
#include "foundation/json.h"

namespace giftbox::accounting {

using books::WriteTransaction;
using foundation::Month;
using foundation::Refusal;

namespace {

void requireLastClosed(const WriteTransaction& tx, Month month)
{
    const auto& closed = tx.store().closedThrough;
    if (!closed || month > *closed) {
        throw Refusal("month.not_closed", {{"month", month}});
    }
    if (month < *closed) {
        throw Refusal("month.reopen_later_first", {{"month", month}, {"last", *closed}});
    }
}

/// The batches that hold until now. None of them may be posted.
std::vector<std::string> supersede(const WriteTransaction& tx, Month month)
{
    std::vector<std::string> keys;
    for (const auto& row :
         tx.database().query(sql::BatchesToSupersede{.storeId = tx.storeId(), .month = month})) {
        if (row.postedAs) {
            throw Refusal("month.posted", {{"key", row.batchKey},
                                           {"month", month},
                                           {"reference", *row.postedAs},
                                           {"next", month.next()}});
        }
        keys.emplace_back(row.batchKey);
    }
    return keys;
}

/// Keeps the close, and takes it away from the closed months.
void endClose(WriteTransaction& tx, ReopenedMonth& reopened)
{
    const auto keep = [&](const sql::LastClose::Row& close) {
        reopened.closedBy = books::EventSeq{close.eventSeq};
        reopened.closedThrough = close.beforeMonth;
        return sql::InsertReopenedMonth{.storeId = tx.storeId(),
                                        .eventSeq = tx.event().value,
                                        .month = reopened.month,
                                        .closedEvent = close.eventSeq,
                                        .movedBoxes = close.movedBoxes,
                                        .moved = close.moved,
                                        .carriedBoxes = close.carriedBoxes,
                                        .carriedContents = close.carriedContents,
                                        .carriedPackaging = close.carriedPackaging,
                                        .carriedLabor = close.carriedLabor,
                                        .stockGiftUnits = close.stockGiftUnits,
                                        .stockGift = close.stockGift,
                                        .stockPackagingUnits = close.stockPackagingUnits,
                                        .stockPackaging = close.stockPackaging,
                                        .reason = reopened.reason};
    };
    const sql::InsertReopenedMonth row = keep(
        *tx.database().query(sql::LastClose{.storeId = tx.storeId(), .month = reopened.month}));
    tx.facts().add(books::facts::kReopenedMonth, row.binds());
    tx.database().execute(row);
    tx.database().execute(sql::DeleteClosedMonth{.storeId = tx.storeId(), .month = reopened.month});
    tx.setClosedThrough(reopened.closedThrough);
    budget::forgetRollOvers(tx, reopened.closedThrough);
}

struct MovedBack {
    Month month;
    std::int64_t boxes = 0;
    foundation::Money cost;
};

void count(const MovedBack& back, ReopenedMonth& reopened, budget::MonthBook& months)
{
    months.addCommitted(reopened.month.next(), -back.cost);
    months.addCommitted(back.month, back.cost);
    reopened.movedBoxes += back.boxes;
    reopened.moved += back.cost;
}

void movePackedBack(WriteTransaction& tx, Month firstOpen, ReopenedMonth& reopened,
                    budget::MonthBook& months)
{
    const Month next = reopened.month.next();
    std::vector<MovedBack> all;
    for (const auto& row : tx.database().query(sql::BoxesToMoveBack{
             .storeId = tx.storeId(), .firstOpen = firstOpen, .nextMonth = next})) {
        all.push_back({.month = row.backMonth, .boxes = row.boxes, .cost = row.cost});
    }
    if (all.empty()) {
        return;
    }
    tx.database().execute(
        sql::MoveBoxesBack{.storeId = tx.storeId(), .firstOpen = firstOpen, .nextMonth = next});
    for (const MovedBack& one : all) {
        count(one, reopened, months);
    }
}

/// The month that an event planned boxes for.
Month plannedFor(std::string_view action, std::string_view subject, std::string_view detail)
{
    return Month(static_cast<std::int32_t>(
        monthOf(action == "plan.accept" ? subject : figureOf(detail, "month"))));
}

void movePlannedBack(WriteTransaction& tx, Month firstOpen, ReopenedMonth& reopened,
                     budget::MonthBook& months)
{
    const Month next = reopened.month.next();
    std::vector<std::pair<std::int64_t, MovedBack>> all;
    for (const auto& row :
         tx.database().query(sql::PlansToMoveBack{.storeId = tx.storeId(), .nextMonth = next})) {
        const Month month = std::max(firstOpen, plannedFor(row.action, row.subject, row.detail));
        if (month < next) {
            all.push_back({row.eventSeq, {.month = month, .boxes = row.boxes, .cost = row.cost}});
        }
    }
    for (const auto& [event, one] : all) {
        tx.database().execute(sql::MovePlansBack{
            .storeId = tx.storeId(), .backMonth = one.month, .nextMonth = next, .eventSeq = event});
        count(one, reopened, months);
    }
}

} // namespace

std::string reopenDetail(books::EventSeq closedBy, const std::string& reason)
{
    return foundation::JsonObject()
        .add("closed_event", closedBy.value)
        .add("reason", reason)
        .text();
}

ReopenedMonth reopenMonth(WriteTransaction& tx, Month month, const std::string& reason)
{
    books::requireText(reason, "the reason for opening the month again", "reason");
    requireLastClosed(tx, month);
    ReopenedMonth reopened{.month = month, .closedBy = {}, .reason = reason};
    reopened.superseded = supersede(tx, month);
    endClose(tx, reopened);
    const Month firstOpen = reopened.closedThrough ? reopened.closedThrough->next() : Month();
    budget::MonthBook months(tx);
    movePackedBack(tx, firstOpen, reopened, months);
    movePlannedBack(tx, firstOpen, reopened, months);
    months.write();
    std::string keys;
    for (const std::string& key : reopened.superseded) {
        keys += (keys.empty() ? "" : " ") + key;
    }
    foundation::JsonObject detail;
    detail.add("closed_event", reopened.closedBy.value)
        .add("reason", reason)
        .add("moved_boxes", reopened.movedBoxes)
        .add("moved", toText(reopened.moved, tx.store().currency));
    if (!keys.empty()) {
        detail.add("superseded", keys);
    }
    tx.record("month.reopen", "month " + toText(month), detail.text());
    return reopened;
}

} // namespace giftbox::accounting
