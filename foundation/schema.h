#pragma once

#include "foundation/database.h"

namespace giftbox::foundation {

/// The number of the newest migration in this program.
int programSchemaVersion();

/// The number of the newest migration that the database has run; none when it is not a Giftbox database yet. Throws DatabaseError.
std::optional<int> databaseSchemaVersion(Database& database);

/// Runs every migration that the database has not run, each in a transaction of its own; two programs at once run each
/// only once. Throws Refusal `schema.newer` when the database has run migrations that this program does not know.
void migrate(Database& database);

} // namespace giftbox::foundation
