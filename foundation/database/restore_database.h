#pragma once

#include "foundation/database/restore_parts.h"

namespace giftbox::foundation {

/// Puts a backup in the place of the database: a SQLite database in that of a file, a dump in that of a server's
/// database. It is first copied beside it and made good there. Nobody else may have the database open. Whoever dies, at
/// any moment, leaves either what was there or what is new. Throws Refusal `file.unreadable`, `restore.not_a_backup`,
/// `restore.in_use`, `restore.not_empty`, `restore.not_giftbox`, `restore.citus`, and what makeGood throws, which leave
/// what is there; DatabaseError.
RestoredDatabase restoreDatabase(const DatabaseRestore& restore);

} // namespace giftbox::foundation
