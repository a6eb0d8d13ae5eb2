#pragma once

#include "foundation/database/database.h"
#include "foundation/date.h"

namespace giftbox::foundation {

/// A backup that was made of a database: when, where its file was written (absolute), and whether its books held.
struct BackupNote {
    Instant madeAt;
    std::string place;
    bool isGood = false;

    bool operator==(const BackupNote&) const = default;
};

/// Keeps the note in the database that the backup is of. Throws DatabaseError.
void noteBackup(Database& database, const BackupNote& note);
/// The newest first.
std::vector<BackupNote> notedBackups(Database& database);
void forgetBackup(Database& database, const BackupNote& note);
/// The newest good one, if there is any.
std::optional<BackupNote> lastGoodBackup(Database& database);

} // namespace giftbox::foundation
