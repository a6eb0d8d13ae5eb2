#pragma once

#include "foundation/date.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::accounting {

struct RestoreOrder {
    std::string file; ///< the backup
    std::string url;  ///< the database to restore to
    foundation::Instant now;
    bool replaces = false; ///< on PostgreSQL: replaces existing books
};

/// A store in the backup or the replaced books, and the events that the backup lacks.
struct RestoredStore {
    std::string code;
    std::int64_t events = 0;           ///< in the backup
    std::optional<std::int64_t> newer; ///< in the replaced books; unknown if they cannot be read
    std::optional<foundation::Instant> since; ///< the first of these
};

struct Restored {
    std::vector<RestoredStore> stores;
    std::string
        keptAs; ///< where the old books are: a file, or a schema of the same database; empty if there were none
    bool isReadable = true;  ///< whether the old books could be read
    bool mayLackEnd = false; ///< the file is a copy not made by Giftbox
};

} // namespace giftbox::accounting
