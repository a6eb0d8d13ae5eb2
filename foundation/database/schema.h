#pragma once

#include "foundation/database/database.h"

#include <span>

namespace giftbox::foundation {

/// The number of the newest migration in this program.
int programSchemaVersion();

/// The number of the newest migration that the database has run; none when it is not a Giftbox database yet. Throws DatabaseError.
std::optional<int> databaseSchemaVersion(Database& database);

/// The part of migration `number` that SQL cannot express, for rows that are already there. It runs after the statements of all
/// migrations, so that it may use the program's own statements, which are of the newest schema.
struct MigrationStep {
    int number = 0;
    void (*run)(Database&) = nullptr;
};

/// Runs every migration that the database has not run, then their steps, all in one transaction: a database is upgraded whole or not
/// at all, and of two programs at once one does it. `accounting::upgradeBooks` knows the steps; without them only an empty database may be
/// migrated. `before` is called ahead of the first change of a database that has run migrations already, while other programs that would migrate it
/// wait; what it throws leaves the database as it is.
/// Throws Refusal `schema.newer` when the database has run migrations that this program does not know.
void migrate(Database& database, std::span<const MigrationStep> steps,
             const std::function<void()>& before = {});

} // namespace giftbox::foundation
