#pragma once

#include "accounting/chain_check.h"
#include "foundation/database/database.h"

#include <functional>

namespace giftbox::accounting {

/// The step of migration 10: folds the texts of every store in batches and marks twins. Changes no text.
void foldWords(foundation::Database& database);

/// A sentence for each store with older texts that have the same folded form, for the person upgrading.
std::vector<std::string> twinNotes(foundation::Database& database);

/// Compares every stored folded text with its source.
void checkFolded(const books::ReadTransaction& tx, Differences& differences);

} // namespace giftbox::accounting
