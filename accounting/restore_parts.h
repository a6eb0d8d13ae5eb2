#pragma once

#include "accounting/restore_order.h"
#include "foundation/database/database.h"

namespace giftbox::accounting {

/// restoreBooks on each engine, of a file that is that engine's.
Restored restoreFile(const RestoreOrder& order);
Restored restoreServer(const RestoreOrder& order);

/// Brings a copy of a backup to the program's schema and verifies it. Throws Refusal `restore.not_a_backup`, `restore.damaged`, `schema.newer`.
void requireGoodBooks(foundation::Database& copy, const std::string& file);
/// Each store with what only `before` has; none is what could not be read.
std::vector<RestoredStore> compareBooks(foundation::Database& now, foundation::Database* before);
/// Requires that what is there, if anything, is Giftbox's. Throws Refusal `restore.not_giftbox`.
void requireGiftbox(foundation::Database& there, const std::string& url);

} // namespace giftbox::accounting
