#pragma once

#include "accounting/journal_facts.h"
#include "accounting/journal_file.h"
#include "books/books.h"

namespace giftbox::tests {

/// What stands in no batch of a month yet: `2026-05-01 Receipt: R-1` and `  gift-stock 100.00` for each line.
std::string journalText(const books::ReadTransaction& tx, foundation::Month month,
                        accounting::JournalDetail detail = accounting::JournalDetail::Fact);

/// Maps each role to the account `A-` and its name.
void mapAllRoles(books::WriteTransaction& tx, foundation::Month from);

} // namespace giftbox::tests
