#include "accounting/verify_books.h"

#include "accounting/closed_check.h"
#include "accounting/fold_movements.h"
#include "accounting/folded_words.h"
#include "accounting/state_check.h"

namespace giftbox::accounting {

std::vector<std::string>
verifyBooks(const books::ReadTransaction& tx,
            const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    Differences differences;
    const LastNumbers last = checkNumbers(tx, differences);
    const KeptEvents events = checkChain(tx, differences);
    FactFold facts(tx, events.told, last.events, differences);
    foldMovements(tx, last, facts, differences, progress);
    checkStates(tx, events.told, differences);
    checkSettings(tx, events, differences);
    checkClosedMonths(tx, events.closes, facts.carried(), differences);
    checkFolded(tx, differences);
    return differences;
}

} // namespace giftbox::accounting
