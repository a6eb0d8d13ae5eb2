#include "accounting/verify_books.h"

#include "accounting/box_fold.h"
#include "accounting/chain_check.h"
#include "accounting/folded_words.h"

namespace giftbox::accounting {

namespace {

constexpr std::int64_t kMovementsBetweenProgress = 65'536;

void foldMovements(const books::ReadTransaction& tx, const LastNumbers& last,
                   Differences& differences,
                   const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    StockFold stock(tx, last.lots, differences);
    BoxFold boxes(tx, last, stock, differences);
    books::Paged<MovementFact> movements(tx, "accounting/movement_facts", last.movements);
    std::int64_t expected = 0;
    std::int64_t event = 1;
    while (const MovementFact* movement = movements.next()) {
        if (movement->seq != ++expected) {
            differences.push_back("movement " + std::to_string(expected) + ": it is missing");
            expected = movement->seq;
        }
        if (movement->event < event || movement->event > last.events) {
            differences.push_back("movement " + std::to_string(movement->seq) + ": event " +
                                  std::to_string(movement->event) +
                                  " cannot have made it; the one before is of event " +
                                  std::to_string(event));
        }
        event = movement->event;
        stock.add(*movement);
        boxes.add(*movement);
        if (expected % kMovementsBetweenProgress == 0) {
            progress(expected, last.movements);
        }
    }
    stock.finish();
    boxes.finish();
}

} // namespace

std::vector<std::string>
verifyBooks(const books::ReadTransaction& tx,
            const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    Differences differences;
    const LastNumbers last = checkNumbers(tx, differences);
    foldMovements(tx, last, differences, progress);
    const KeptEvents events = checkChain(tx, differences);
    checkSettings(tx, events, differences);
    checkFolded(tx, differences);
    return differences;
}

} // namespace giftbox::accounting
