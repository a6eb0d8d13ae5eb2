#include "gifting/waiting_boxes.h"

#include "budget/authorize.h"
#include "gifting/statements.h"

namespace giftbox::gifting {

using books::ReadTransaction;
using foundation::Money;
using foundation::Month;

namespace {

/// `packed in 2026-10`, `packed from 2026-08 to 2026-10`; empty without boxes.
std::string sentenceOf(const books::Store& store, const WaitingBoxes::Part& part,
                       const std::string& state, const std::string& in, const std::string& then)
{
    if (part.boxes == 0) {
        return "";
    }
    const std::string months = part.first == part.last
                                   ? in + toText(*part.last)
                                   : "from " + toText(*part.first) + " to " + toText(*part.last);
    return std::to_string(part.boxes) + (part.boxes == 1 ? " box " : " boxes ") + state + " " +
           months + ", " + store.amount(part.cost) + ", will count here when " + then;
}

} // namespace

WaitingBoxes waitingBefore(const ReadTransaction& tx, Month month, const budget::MonthState& state)
{
    WaitingBoxes waiting;
    if (state.committedBefore == Money{}) {
        return waiting;
    }
    const auto& closed = tx.store().closedThrough;
    for (const auto& row : tx.database().query(sql::BoxesWaitingBefore{.storeId = tx.storeId(),
                           .closedThrough = closed ? closed->number() : 0,
                           .month = month})) {
        (row.state == "packed" ? waiting.packed : waiting.planned) = {
            .boxes = row.boxes, .cost = row.cost, .first = row.firstMonth, .last = row.lastMonth};
    }
    return waiting;
}

std::string sentenceOf(const books::Store& store, const WaitingBoxes& waiting)
{
    const std::string packed = sentenceOf(store, waiting.packed, "packed", "in ", "given");
    const std::string planned = sentenceOf(store, waiting.planned, "planned", "for ", "packed");
    return packed + (packed.empty() || planned.empty() ? "" : "; ") + planned;
}

MonthRoom roomOf(const ReadTransaction& tx, Month month)
{
    return roomOf(tx, month, budget::loadMonth(tx, month));
}

MonthRoom roomOf(const ReadTransaction& tx, Month month, const budget::MonthState& state)
{
    return {.left = roomUnder(capOf(state.caps, budget::CapName::MonthProgram),
                              state.totals.spent() + state.totals.committed),
            .waiting = waitingBefore(tx, month, state)};
}

} // namespace giftbox::gifting
