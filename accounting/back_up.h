#pragma once

#include "foundation/database/database.h"
#include "foundation/date.h"

#include <functional>
#include <string>
#include <vector>

namespace giftbox::accounting {

/// Done, of all.
using Progress = std::function<void(std::int64_t, std::int64_t)>;

/// What `verify` finds in the books of all stores, each led by the code of its store. In the transaction that is open.
std::vector<std::string> verifyStores(foundation::Database& database);

/// Copies the whole database, as it is at one moment, into a file that appears whole or not at all and is its owner's alone: a SQLite database, or what
/// pg_dump makes of a PostgreSQL one. Looks at nothing in it. Throws DatabaseError.
void copyDatabase(const std::string& url, const std::string& path);

/// A backup to make. `now` is when it is noted to have been made.
struct BackupOrder {
    std::string url;
    std::string path; ///< nobody has the name yet
    foundation::Instant now;
    Progress progress;
    std::string pathIfBad = path; ///< the name that it gets where its books do not hold
};

/// What became of it. Only one without differences is a good backup.
struct MadeBackup {
    std::string path;
    std::vector<std::string> differences;
};

/// Copies as copyDatabase, opens what was written and verifies all that is in it; of a PostgreSQL dump the moment that it shows is verified on the server, and the
/// file is read to its end. It gets its name when that is done, and is noted in the database where that may be written. Throws DatabaseError.
MadeBackup backUp(foundation::Database& database, const BackupOrder& order);

/// As a part of a file's name: `20261130T081500Z`.
std::string stampOf(foundation::Instant instant);

} // namespace giftbox::accounting
