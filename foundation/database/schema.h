#pragma once

#include "foundation/database/distribute.h"

#include <span>

namespace giftbox::foundation {

/// The number of the newest migration in this program.
int programSchemaVersion();

/// The number of the newest migration run on the database; none if it is not a Giftbox database yet. Throws
/// DatabaseError.
std::optional<int> databaseSchemaVersion(Database& database);

/// The part of migration `number` that SQL cannot express, for existing rows. It runs after the statements of all
/// migrations, so it may use the program's own statements, which need the newest schema.
struct MigrationStep {
    int number = 0;
    void (*run)(Database&) = nullptr;
};

/// Runs all outstanding migrations, then their steps, in one transaction: a database is upgraded completely or not at
/// all, and only one of several programs does it. `accounting::upgradeBooks` has the steps; without them, only an
/// empty database may be migrated. New tables of a distributed database are placed as `places` says. `before` is called
/// ahead of the first change to an already migrated database, while other programs wait; if it throws, the database
/// stays as it is. Throws Refusal `schema.newer` if the database has run migrations unknown to this program.
void migrate(Database& database, std::span<const MigrationStep> steps,
             const std::function<void()>& before = {}, const TablePlaces& places = {});

} // namespace giftbox::foundation
