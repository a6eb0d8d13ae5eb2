#pragma once

#include "accounting/facts.h"
#include "books/books.h"

namespace giftbox::accounting {

/// Compares which orders are stored as unfinished with their versions, steps and receipts.
void checkOrders(const books::ReadTransaction& tx, Differences& differences);

} // namespace giftbox::accounting
