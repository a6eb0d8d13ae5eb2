#include "accounting/fold_movements.h"

#include "accounting/box_replay.h"

namespace giftbox::accounting {

namespace {

constexpr std::int64_t kMovementsBetweenProgress = 65'536;

} // namespace

void foldMovements(const books::ReadTransaction& tx, const LastNumbers& last, FactReplay& facts,
                   Differences& differences,
                   const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    StockReplay stock(tx, last.lots, facts, differences);
    BoxReplay boxes(tx, last, stock, facts, differences);
    books::Paged<MovementFact> movements(tx, sql::MovementFacts::kName, last.movements);
    std::int64_t expected = 0;
    std::int64_t event = 1;
    while (const MovementFact* movement = movements.next()) {
        if (movement->seq != ++expected) {
            differences.push_back("movement " + std::to_string(expected) + ": missing");
            expected = movement->seq;
        }
        if (movement->event < event || movement->event > last.events) {
            differences.push_back("movement " + std::to_string(movement->seq) + ": event " +
                                  std::to_string(movement->event) +
                                  " cannot have made it; the movement before belongs to event " +
                                  std::to_string(event));
        }
        event = movement->event;
        facts.movement(*movement);
        stock.add(*movement);
        boxes.add(*movement);
        if (expected % kMovementsBetweenProgress == 0) {
            progress(expected, last.movements);
        }
    }
    stock.finish();
    boxes.finish();
    facts.finish();
}

} // namespace giftbox::accounting
