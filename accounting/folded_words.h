#pragma once

#include "accounting/chain_check.h"
#include "foundation/database/database.h"

#include <functional>

namespace giftbox::accounting {

/// The step of migration 10: folds the words of every store in batches and says which rows are twins. Changes no word.
void foldWords(foundation::Database& database);

/// For whoever upgraded: a sentence for each store in which words were there before that have one folded form.
std::vector<std::string> twinNotes(foundation::Database& database);

/// Compares every word that is kept folded with the word it was folded from.
void checkFolded(const books::ReadTransaction& tx, Differences& differences);

} // namespace giftbox::accounting
