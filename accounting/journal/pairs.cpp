#include "accounting/journal/pairs.h"

#include "foundation/check.h"

#include <algorithm>

namespace giftbox::accounting {

using foundation::Money;

std::vector<AccountPair> pairsOf(const LedgerEntry& entry)
{
    std::vector<AccountLine> credits;
    std::ranges::copy_if(entry.lines, std::back_inserter(credits),
                         [](const AccountLine& line) { return line.amount < Money{}; });
    std::vector<AccountPair> pairs;
    auto credit = credits.begin();
    for (AccountLine debit : entry.lines) {
        for (Money left = debit.amount; left > Money{};) {
            GIFTBOX_CHECK(credit != credits.end());
            const Money part = std::min(left, -credit->amount);
            debit.amount = part;
            pairs.push_back({debit, credit->account,
                             debit.department.empty() ? credit->department : debit.department});
            left -= part;
            credit->amount += part;
            credit += credit->amount == Money{} ? 1 : 0;
        }
    }
    GIFTBOX_CHECK(credit == credits.end());
    return pairs;
}

} // namespace giftbox::accounting
