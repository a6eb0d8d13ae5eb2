#pragma once

#include "foundation/database.h"

#include <span>

namespace giftbox::foundation {

/// The number of the newest migration in this program.
int programSchemaVersion();

/// The number of the newest migration that the database has run; none when it is not a Giftbox database yet. Throws DatabaseError.
std::optional<int> databaseSchemaVersion(Database& database);

/// The part of migration `number` that SQL cannot express, for rows that are already there. It runs after the migration's statements
/// and in the same transaction.
struct MigrationStep {
    int number = 0;
    void (*run)(Database&) = nullptr;
};

/// Runs every migration that the database has not run, each with its step in a transaction of its own; two programs at once
/// run each only once. `accounting::upgradeBooks` knows the steps; without them only an empty database may be migrated.
/// `before` is called once, ahead of the first change of a database that has run migrations already, while other programs that would migrate it
/// wait; what it throws leaves the database as it is.
/// Throws Refusal `schema.newer` when the database has run migrations that this program does not know.
void migrate(Database& database, std::span<const MigrationStep> steps,
             std::function<void()> before = {});

} // namespace giftbox::foundation
