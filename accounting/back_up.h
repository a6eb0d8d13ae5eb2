#pragma once

#include "foundation/database/database.h"
#include "foundation/date.h"

#include <functional>
#include <string>
#include <vector>

namespace giftbox::accounting {

/// The amount done and the total.
using Progress = std::function<void(std::int64_t, std::int64_t)>;

/// The differences that `verify` finds in all stores' books, each preceded by its store's code, within the open
/// transaction.
std::vector<std::string> verifyStores(foundation::Database& database);

/// Copies the whole database at one moment to a file that appears complete or not at all and is readable only by its
/// owner: a SQLite database, or pg_dump's output for PostgreSQL. Checks nothing in it. Throws DatabaseError.
void copyDatabase(const std::string& url, const std::string& path);

/// A backup to make. `now` is its recorded time.
struct BackupOrder {
    std::string url;
    std::string path; ///< an unused name
    foundation::Instant now;
    Progress progress;
    std::string pathIfBad = path; ///< the name if its books do not verify
};

/// The result. Only a backup without differences is good.
struct MadeBackup {
    std::string path;
    std::vector<std::string> differences;
};

/// Copies like copyDatabase, opens the copy and verifies everything in it; for a PostgreSQL dump, verifies the same
/// moment on the server and reads the file to its end. Then gives it its name and records it in the database, if
/// writable. Throws DatabaseError.
MadeBackup backUp(foundation::Database& database, const BackupOrder& order);

/// For file names: `20261130T081500Z`.
std::string stampOf(foundation::Instant instant);

} // namespace giftbox::accounting
