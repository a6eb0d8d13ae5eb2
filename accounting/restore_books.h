#pragma once

#include "accounting/restore_order.h"

namespace giftbox::accounting {

/// Replaces the database by a backup, which is first copied beside it, upgraded to the program's schema, and
/// verified. Nobody else may have the database open. The old contents are kept. A crash at any moment leaves either
/// the old books or the new ones. Throws Refusal `file.unreadable`, `restore.not_a_backup`, `restore.damaged`,
/// `restore.in_use`, `restore.not_empty`, `restore.not_giftbox`, `restore.citus`, `schema.newer`, which leave the old
/// contents; DatabaseError.
Restored restoreBooks(const RestoreOrder& order);

} // namespace giftbox::accounting
