#pragma once

#include "books/books.h"

namespace giftbox::tests {

/// Prints the journal of the first half of 2026 with both recognitions, by fact, day and month, in every layout.
/// Expects that what is printed balances, entry by entry and as a whole, and adds up to the debits of the entries.
/// `byLedgers`: hledger and ledger, where they are installed, read their files, too.
void expectPrinted(const books::ReadTransaction& tx, bool byLedgers);

} // namespace giftbox::tests
