#include "accounting/verify_books.h"

#include "accounting/closed_check.h"
#include "accounting/fold_movements.h"
#include "accounting/folded_words.h"
#include "accounting/journal_check.h"
#include "accounting/order_check.h"
#include "accounting/state_check.h"

#include <stdexcept>

namespace giftbox::accounting {

namespace {

/// A stored number that is not a day or month ends a part of the check, and is itself a difference.
template <class Check>
void look(const char* part, Differences& differences, const Check& check)
{
    try {
        check();
    } catch (const std::logic_error&) {
        differences.push_back(std::string(part) +
                              ": a stored day or month does not exist; the rest was not checked");
    }
}

} // namespace

std::vector<std::string>
verifyBooks(const books::ReadTransaction& tx,
            const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    Differences differences;
    const LastNumbers last = checkNumbers(tx, differences);
    const KeptEvents events = checkChain(tx, differences);
    FactReplay facts(tx, events.told, last.events, differences);
    look("movements and boxes", differences,
         [&] { foldMovements(tx, last, facts, differences, progress); });
    look("states", differences, [&] { checkStates(tx, events.told, differences); });
    look("orders", differences, [&] { checkOrders(tx, differences); });
    look("settings", differences, [&] { checkSettings(tx, events, differences); });
    look("closed months", differences,
         [&] { checkClosedMonths(tx, events, facts.carried(), facts.stocks(), differences); });
    look("journal", differences, [&] { checkJournal(tx, differences); });
    look("words", differences, [&] { checkFolded(tx, differences); });
    return differences;
}

} // namespace giftbox::accounting
