#pragma once

#include "foundation/database.h"
#include "foundation/date.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace giftbox::accounting {

struct RestoreOrder {
    std::string file; ///< the backup
    std::string url;  ///< the database that it is to be
    foundation::Instant now;
    bool replaces = false; ///< on PostgreSQL: even where there are books
};

/// A store of the backup or of the books that were there, and the events that the backup does not have.
struct RestoredStore {
    std::string code;
    std::int64_t events = 0;           ///< in the backup
    std::optional<std::int64_t> newer; ///< in what was replaced; unknown where it cannot be read
    std::optional<foundation::Instant> since; ///< the first of these
};

struct Restored {
    std::vector<RestoredStore> stores;
    std::string
        keptAs; ///< what keeps what was there: a file, or a schema of the same database; empty when nothing was
    bool isReadable = true;  ///< whether what was there could be read
    bool mayLackEnd = false; ///< the file is a copy that Giftbox did not make
};

/// Puts a backup in the place of the database. It is first copied beside the database, brought to the program's schema, and verified there. Nobody else may have the database open. What
/// was there is kept. Whoever dies, at any moment, leaves either the old books or the new ones.
/// Throws Refusal `file.unreadable`, `restore.not_a_backup`, `restore.damaged`, `restore.in_use`, `restore.not_empty`, `restore.not_giftbox`,
/// `restore.citus`, `schema.newer`, which leave what is there; DatabaseError.
Restored restoreBooks(const RestoreOrder& order);

} // namespace giftbox::accounting
