#include "accounting/close_month.h"

#include "accounting/month_digest.h"
#include "accounting/statements.h"
#include "budget/roll_over.h"
#include "foundation/json.h"

namespace giftbox::accounting {

using books::WriteTransaction;
using foundation::Month;
using foundation::Refusal;

namespace {

void requireNext(const WriteTransaction& tx, Month month, EarlierMonths earlier)
{
    const auto& closed = tx.store().closedThrough;
    if (closed && month <= *closed) {
        throw Refusal("month.closed/already", {{"month", month}, {"next", closed->next()}});
    }
    if (month.lastDay() >= tx.today()) {
        throw Refusal("month.not_over",
                      {{"month", month}, {"last_day", month.lastDay()}, {"today", tx.today()}});
    }
    const std::optional<Month> due = nextToClose(tx);
    if (!due || month <= *due) {
        return;
    }
    const std::optional<Month> facts = budget::firstOpenMonthWithFacts(tx);
    const bool areEmpty = !facts || *facts >= month;
    if (!areEmpty || earlier == EarlierMonths::AreClosed) {
        throw Refusal(
            areEmpty ? "month.out_of_order/empty" : "month.out_of_order",
            {{"first", earlier == EarlierMonths::AreClosed ? *due : *facts}, {"month", month}});
    }
}

ClosedMonth carryOver(WriteTransaction& tx, Month month, budget::MonthBook& months)
{
    ClosedMonth closed{.month = month,
                       .carried = gifting::packedOn(tx, month.lastDay()),
                       .stock = stockAfter(tx, month),
                       .hash = {}};
    {
        const auto packed =
            tx.database().query(sql::PackedBoxesOfMonth{.storeId = tx.storeId(), .month = month});
        closed.movedBoxes = packed->boxes;
        closed.moved = packed->cost;
    }
    if (closed.movedBoxes > 0) {
        tx.database().execute(
            sql::CarryBoxes{.storeId = tx.storeId(), .nextMonth = month.next(), .month = month});
        tx.database().execute(sql::CarryPlannedBoxes{
            .storeId = tx.storeId(), .nextMonth = month.next(), .month = month});
        months.addCommitted(month, -closed.moved);
        months.addCommitted(month.next(), closed.moved);
        months.write();
    }
    return closed;
}

void insert(WriteTransaction& tx, const ClosedMonth& closed)
{
    const budget::BoxCost& cost = closed.carried.cost;
    const sql::InsertClosedMonth row{.storeId = tx.storeId(),
                                     .month = closed.month,
                                     .eventSeq = tx.event().value,
                                     .movedBoxes = closed.movedBoxes,
                                     .moved = closed.moved,
                                     .carriedBoxes = closed.carried.boxes,
                                     .carriedContents = cost.contents,
                                     .carriedPackaging = cost.packaging,
                                     .carriedLabor = cost.labor,
                                     .stockGiftUnits = closed.stock->gifts.units,
                                     .stockGift = closed.stock->gifts.cost,
                                     .stockPackagingUnits = closed.stock->packaging.units,
                                     .stockPackaging = closed.stock->packaging.cost};
    tx.facts().add(books::facts::kClosedMonth, row.binds());
    tx.database().execute(row);
}

foundation::JsonObject figures(const ClosedMonth& closed, const foundation::Currency& currency)
{
    const budget::BoxCost& cost = closed.carried.cost;
    foundation::JsonObject detail;
    detail.add("carried_boxes", closed.carried.boxes)
        .add("carried", toText(cost.total(), currency))
        .add("contents", toText(cost.contents, currency))
        .add("packaging", toText(cost.packaging, currency))
        .add("moved_boxes", closed.movedBoxes)
        .add("moved", toText(closed.moved, currency));
    return detail;
}

} // namespace

std::string closeDetail(const ClosedMonth& closed, const foundation::Currency& currency)
{
    return figures(closed, currency).text();
}

std::string earlierCloseDetail(const ClosedMonth& closed, const foundation::Currency& currency)
{
    return foundation::JsonObject()
        .add("carried_boxes", closed.movedBoxes)
        .add("carried", toText(closed.moved, currency))
        .text();
}

std::optional<Month> nextToClose(const books::ReadTransaction& tx)
{
    const auto& closed = tx.store().closedThrough;
    if (closed) {
        return closed->next();
    }
    const auto facts = budget::monthsWithFacts(tx);
    return facts ? std::optional(facts->first) : std::nullopt;
}

ClosedMonth closeMonth(WriteTransaction& tx, Month month, EarlierMonths earlier)
{
    requireNext(tx, month, earlier);
    const auto& before = tx.store().closedThrough;
    budget::storeRollOvers(tx, before ? before->next() : month, month);
    budget::MonthBook months(tx);
    ClosedMonth closed = carryOver(tx, month, months);
    tx.setClosedThrough(month);
    insert(tx, closed);
    const MonthDigest digest = digestMonth(tx, month, months.month(month));
    tx.record("month.close", "month " + toText(month),
              figures(closed, tx.store().currency)
                  .add("month_facts", digest.facts)
                  .add("report", digest.report)
                  .add("stock", digest.stock)
                  .text());
    closed.hash = tx.chainHash();
    return closed;
}

} // namespace giftbox::accounting
