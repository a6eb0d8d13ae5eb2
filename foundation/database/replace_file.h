#pragma once

#include "foundation/database/database.h"

#include <functional>
#include <string>

namespace giftbox::foundation {

/// What becomes of the database that is replaced.
struct Replaced {
    bool wasThere = false;
    bool wasDatabase =
        false; ///< false: what lay there could not be read as one, and was moved away as it was
};

/// Puts what is in the SQLite database `from` in the place of what is in the database `path`, in one transaction of SQLite's: whoever dies, at any moment,
/// leaves either. What was there, with what its log holds, is first copied to `keptAs`, a name that nobody has; no log of it is left. Nobody
/// else may have `path` open, and nobody gets in until it is done.
/// Throws Refusal `restore.in_use`, DatabaseError; both leave what is there.
Replaced replaceSqliteFile(const std::string& from, const std::string& path,
                           const std::string& keptAs);

/// What SQLite finds wrong with the pages and indexes of the database, the first thing only; empty when nothing. Throws DatabaseError.
std::string damageOf(const std::string& path);

} // namespace giftbox::foundation
