#pragma once

#include "foundation/database/database.h"
#include "foundation/date.h"

#include <functional>
#include <optional>
#include <string>

namespace giftbox::accounting {

/// What opening books may take.
struct Opening {
    foundation::Instant now;
    std::string
        dumpFolder; ///< where the backup of a PostgreSQL database goes; of a SQLite one it lies beside it
    std::function<void(const std::string&)> note; ///< takes a sentence for who runs the program
};

/// The books at `url`, brought to the program's schema; none where there are none. Where that changes a database that has a store, a backup is made first, and
/// noted. A SQLite database that may not be written is opened to be read.
/// Throws Refusal `schema.newer`, `schema.read_only`, `upgrade.no_backup`, which leave it as it is; DatabaseError.
std::optional<foundation::Database> openBooks(const std::string& url, const Opening& opening);

/// As openBooks, but makes the books where there are none.
foundation::Database makeBooks(const std::string& url, const Opening& opening);

} // namespace giftbox::accounting
