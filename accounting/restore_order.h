#pragma once

#include "foundation/date.h"

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

} // namespace giftbox::accounting
