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

/// Copies the whole database, reads what was written to its end and verifies the books in it. It gets its name when
/// that is done, and is noted in the database where that may be written. Throws DatabaseError.
MadeBackup backUp(foundation::Database& database, const BackupOrder& order);

/// For file names: `20261130T081500Z`.
std::string stampOf(foundation::Instant instant);

} // namespace giftbox::accounting
