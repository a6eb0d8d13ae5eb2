#pragma once

#include "accounting/restore_order.h"

namespace giftbox::accounting {

/// Puts a backup in the place of the database. It is first copied beside the database, brought to the program's schema, and verified there. Nobody else may have the database open. What
/// was there is kept. Whoever dies, at any moment, leaves either the old books or the new ones.
/// Throws Refusal `file.unreadable`, `restore.not_a_backup`, `restore.damaged`, `restore.in_use`, `restore.not_empty`, `restore.not_giftbox`,
/// `restore.citus`, `schema.newer`, which leave what is there; DatabaseError.
Restored restoreBooks(const RestoreOrder& order);

} // namespace giftbox::accounting
