#pragma once

#include "foundation/database/database.h"

#include <functional>
#include <string>

namespace giftbox::foundation {

/// A backup that is to come into the place of a database, and what only its books can tell.
struct DatabaseRestore {
    std::string file; ///< the backup
    std::string url;
    std::string stamp;     ///< of now, for the name of what is kept
    bool replaces = false; ///< on a server: even where there are books
    /// Brings the copy to the program's schema and verifies it; throws where it is no good.
    std::function<void(Database& copy)> makeGood;
    std::function<bool(Database& there)> hasBooks;
    /// Once it is in its place; `before` is null where nothing was there, or it cannot be read.
    std::function<void(Database& now, Database* before)> compare;
};

struct RestoredDatabase {
    /// What keeps what was there: a file, or a schema of the same database; empty when nothing was.
    std::string keptAs;
    bool isReadable = true;  ///< whether what was there could be read
    bool mayLackEnd = false; ///< the file is a copy that Giftbox did not make
};

/// restoreDatabase on each engine, of a file that is that engine's.
RestoredDatabase restoreFile(const DatabaseRestore& restore);
RestoredDatabase restoreServer(const DatabaseRestore& restore);

/// Requires that the existing contents, if any, are Giftbox's. Throws Refusal `restore.not_giftbox`.
void requireGiftbox(Database& there, const std::string& url);

} // namespace giftbox::foundation
