#pragma once

#include "accounting/journal/condense.h"

namespace giftbox::accounting {

/// A part of an entry between one debit and one credit.
struct AccountPair {
    AccountLine debit;
    std::string credit;     ///< the account on the other side
    std::string department; ///< of either side
};

/// The entry as amounts that pass from one account to one other, for ledgers whose rows have an account and a contra
/// account. In order: the first credit is filled up from the first debits. Requires that it balances.
std::vector<AccountPair> pairsOf(const LedgerEntry& entry);

} // namespace giftbox::accounting
