#pragma once

#include "foundation/database.h"

namespace giftbox::cli {

/// Writes a consistent copy of the database to `path`, which appears whole or not at all and is its owner's alone: a SQLite database, or what pg_dump makes of a PostgreSQL one.
/// Throws DatabaseError.
void backupDatabase(foundation::Database& database, const std::string& url, const std::string& path,
                    const std::function<void(std::int64_t, std::int64_t)>& progress);

} // namespace giftbox::cli
