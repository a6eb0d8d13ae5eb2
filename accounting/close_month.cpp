#include "accounting/close_month.h"

#include "budget/month_book.h"
#include "foundation/json.h"

namespace giftbox::accounting {

using books::WriteTransaction;
using foundation::Month;
using foundation::Refusal;
using foundation::Rows;

namespace {

void requireNext(const WriteTransaction& tx, Month month, EarlierMonths earlier)
{
    const auto& closed = tx.store().closedThrough;
    if (closed && month <= *closed) {
        throw Refusal("month.closed", toText(month) + " is closed already; the next to close is " +
                                          toText(closed->next()));
    }
    if (month.lastDay() >= tx.today()) {
        throw Refusal("month.not_over", toText(month) + " is not over: its last day is " +
                                            toText(month.lastDay()) + ", and today is " +
                                            toText(tx.today()));
    }
    const std::optional<Month> due = nextToClose(tx);
    if (!due || month <= *due) {
        return;
    }
    const std::optional<Month> facts = budget::firstOpenMonthWithFacts(tx);
    const bool areEmpty = !facts || *facts >= month;
    if (!areEmpty || earlier == EarlierMonths::AreClosed) {
        throw Refusal("month.out_of_order",
                      "months close in order: close " +
                          toText(earlier == EarlierMonths::AreClosed ? *due : *facts) + " before " +
                          toText(month) +
                          (areEmpty ? ", or close the months without facts together with it" : ""));
    }
}

ClosedMonth carryOver(WriteTransaction& tx, Month month)
{
    ClosedMonth closed{.month = month, .carriedBoxes = 0, .carried = {}, .hash = {}};
    {
        Rows rows = tx.database().query("accounting/packed_boxes_of_month",
                                        {{"store_id", tx.storeId()}, {"month", month.number()}});
        rows.next();
        closed.carriedBoxes = rows.row().integer(0);
        closed.carried = {rows.row().integer(1)};
    }
    if (closed.carriedBoxes > 0) {
        tx.database().execute("accounting/carry_boxes", {{"store_id", tx.storeId()},
                                                         {"month", month.number()},
                                                         {"next_month", month.next().number()}});
        tx.database().execute("accounting/carry_planned_boxes",
                              {{"store_id", tx.storeId()},
                               {"month", month.number()},
                               {"next_month", month.next().number()}});
        budget::MonthBook months(tx);
        months.addCommitted(month, -closed.carried);
        months.addCommitted(month.next(), closed.carried);
        months.write();
    }
    return closed;
}

} // namespace

std::string closeDetail(std::int64_t carriedBoxes, foundation::Money carried,
                        const foundation::Currency& currency)
{
    return foundation::JsonObject()
        .add("carried_boxes", carriedBoxes)
        .add("carried", toText(carried, currency))
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
    ClosedMonth closed = carryOver(tx, month);
    tx.setClosedThrough(month);
    tx.database().execute("accounting/insert_closed_month", {{"store_id", tx.storeId()},
                                                             {"month", month.number()},
                                                             {"event_seq", tx.event().value},
                                                             {"carried_boxes", closed.carriedBoxes},
                                                             {"carried", closed.carried.minor}});
    tx.record("month.close", "month " + toText(month),
              closeDetail(closed.carriedBoxes, closed.carried, tx.store().currency));
    closed.hash = tx.chainHash();
    return closed;
}

} // namespace giftbox::accounting
