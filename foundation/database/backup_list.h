#pragma once

#include "foundation/database/database.h"
#include "foundation/date.h"

namespace giftbox::foundation {

/// A backup of a database: its time, its file (an absolute path), and whether its books verified.
struct BackupNote {
    Instant madeAt;
    std::string place;
    bool isGood = false;

    bool operator==(const BackupNote&) const = default;
};

/// Records the backup in its database. Throws DatabaseError.
void noteBackup(Database& database, const BackupNote& note);
/// The newest first.
std::vector<BackupNote> notedBackups(Database& database);
void forgetBackup(Database& database, const BackupNote& note);
/// The newest good one, if any.
std::optional<BackupNote> lastGoodBackup(Reader& database);

} // namespace giftbox::foundation
