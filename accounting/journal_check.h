#pragma once

#include "accounting/facts.h"

namespace giftbox::accounting {

/// Every batch has the lines that its digest, its count and its sum tell of, and balances; numbers have no gap.
void checkJournal(const books::ReadTransaction& tx, Differences& differences);

} // namespace giftbox::accounting
