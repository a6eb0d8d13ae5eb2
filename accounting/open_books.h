#pragma once

#include "foundation/database/database.h"
#include "foundation/date.h"

#include <functional>
#include <optional>
#include <string>

namespace giftbox::accounting {

/// The options for opening books.
struct Opening {
    foundation::Instant now;
    std::string
        dumpFolder; ///< the folder for the backup of a PostgreSQL database; a SQLite backup is put beside the database
    std::function<void(const std::string&)>
        note; ///< receives notices for the person running the program
};

/// Opens the books at `url` and upgrades them to the program's schema; none if there are no books. Before it changes
/// a database with a store, it makes and records a backup. A read-only SQLite database is opened for reading. Throws
/// Refusal `schema.newer`, `schema.read_only`, `upgrade.no_backup`, which leave it unchanged; DatabaseError.
std::optional<foundation::Database> openBooks(const std::string& url, const Opening& opening);

/// Like openBooks, but creates the books if there are none.
foundation::Database makeBooks(const std::string& url, const Opening& opening);

} // namespace giftbox::accounting
