#include "gifting/waiting_boxes.h"

#include "budget/authorize.h"
#include "gifting/statements.h"

namespace giftbox::gifting {

using books::ReadTransaction;
using foundation::Money;
using foundation::Month;
using foundation::Sentence;

namespace {

void addSentence(std::vector<Sentence>& sentences, const books::Store& store,
                 const WaitingBoxes::Part& part, const char* ofMonth, const char* ofMonths)
{
    if (part.boxes > 0) {
        sentences.push_back(Sentence(part.first == part.last ? ofMonth : ofMonths,
                                     {{"boxes", part.boxes},
                                      {"month", part.last},
                                      {"first", part.first},
                                      {"last", part.last},
                                      {"cost", store.money(part.cost)}}));
    }
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

std::vector<Sentence> sentencesOf(const books::Store& store, const WaitingBoxes& waiting)
{
    std::vector<Sentence> sentences;
    addSentence(sentences, store, waiting.packed, "part.waiting_packed",
                "part.waiting_packed_range");
    addSentence(sentences, store, waiting.planned, "part.waiting_planned",
                "part.waiting_planned_range");
    return sentences;
}

MonthRemaining remainingOf(const ReadTransaction& tx, Month month)
{
    return remainingOf(tx, month, budget::loadMonth(tx, month));
}

MonthRemaining remainingOf(const ReadTransaction& tx, Month month, const budget::MonthState& state)
{
    return {.left = remainingUnder(capOf(state.caps, budget::CapName::MonthProgram),
                                   state.totals.spent() + state.totals.committed),
            .waiting = waitingBefore(tx, month, state)};
}

} // namespace giftbox::gifting
