#pragma once

#include "foundation/database/database.h"

#include <functional>
#include <string>

namespace giftbox::foundation {

/// Copies the whole database at one moment to a file that appears complete or not at all and is readable only by its
/// owner: a SQLite database, or pg_dump's output for PostgreSQL. Checks nothing in it. Throws DatabaseError.
void copyDatabase(const std::string& url, const std::string& path);

/// Copies as copyDatabase into a file that is there, reads what was written to its end, and has `look` see what the
/// copy shows in a transaction. Returns what is wrong with the file, and then `look` may not have been called; empty
/// when nothing. `progress` gets what is done and all, where that is known. Throws DatabaseError.
std::string backUpDatabase(Database& database, const std::string& path,
                           const std::function<void(std::int64_t, std::int64_t)>& progress,
                           const std::function<void(Database&)>& look);

/// How the name of such a file ends: `.db`, `.dump`.
std::string backupEnding(const std::string& url);

} // namespace giftbox::foundation
