#pragma once

#include "foundation/database/restore_database.h"

namespace giftbox::foundation {

/// restoreDatabase on each engine, of a file that is that engine's.
RestoredDatabase restoreFile(const DatabaseRestore& restore);
RestoredDatabase restoreServer(const DatabaseRestore& restore);

/// Requires that what is there, if anything, is Giftbox's. Throws Refusal `restore.not_giftbox`.
void requireGiftbox(Database& there, const std::string& url);

} // namespace giftbox::foundation
