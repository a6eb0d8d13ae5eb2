#pragma once

#include "foundation/database/database.h"

#include <functional>
#include <string>

namespace giftbox::foundation {

/// The outcome for the replaced database.
struct Replaced {
    bool wasThere = false;
    bool wasDatabase =
        false; ///< false: the old file could not be read as a database and was moved away unchanged
};

/// Copies the SQLite database `from` over the database `path` in one transaction, so that a crash at any moment
/// leaves either the old or the new. The old contents, with the log, are first copied to `keptAs`, an unused name; no
/// log of it is left. Nobody else may have `path` open, and nobody gets in until this is done. Throws Refusal
/// `restore.in_use`, DatabaseError; both leave the old contents.
Replaced replaceSqliteFile(const std::string& from, const std::string& path,
                           const std::string& keptAs);

/// The first fault that SQLite finds in the database's pages and indexes; empty if none. Throws DatabaseError.
std::string damageOf(const std::string& path);

} // namespace giftbox::foundation
