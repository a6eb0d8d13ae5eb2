#pragma once

#include "accounting/restore_order.h"
#include "foundation/database/database.h"

namespace giftbox::accounting {

/// restoreBooks on each engine, for a file of that engine.
Restored restoreFile(const RestoreOrder& order);
Restored restoreServer(const RestoreOrder& order);

/// Upgrades a copy of a backup to the program's schema and verifies it. Throws Refusal `restore.not_a_backup`,
/// `restore.damaged`, `schema.newer`.
void requireGoodBooks(foundation::Database& copy, const std::string& file);
/// Each store with the events only in `before`; none if it could not be read.
std::vector<RestoredStore> compareBooks(foundation::Database& now, foundation::Database* before);
/// Requires that the existing contents, if any, are Giftbox's. Throws Refusal `restore.not_giftbox`.
void requireGiftbox(foundation::Database& there, const std::string& url);

} // namespace giftbox::accounting
