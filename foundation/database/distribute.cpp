#include "foundation/database/distribute.h"

#include "foundation/database/database_url.h"
#include "foundation/database/statements.h"
#include "foundation/database/whole_database.h"
#include "foundation/refusal.h"

#include <algorithm>

namespace giftbox::foundation {

namespace {

// The second key of all locks of this program's schema on a PostgreSQL server; any fixed number works.
constexpr const char* kMigrationLock = "SELECT pg_advisory_xact_lock(7091, 1)";

bool isAmong(std::span<const std::string_view> names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

Place placeOf(const std::string& table, bool hasStore, const TablePlaces& places)
{
    if (hasStore) {
        return isAmong(places.everyNode, table) ? Place::EveryNode : Place::ByStore;
    }
    return isAmong(places.coordinator, table) ? Place::Coordinator : Place::EveryNode;
}

/// In the order in which they can be placed: on every node, by store, on the coordinator; and in each, a table after
/// those that it refers to.
std::vector<PlacedTable> tablesToPlace(Database& database, const TablePlaces& places)
{
    std::vector<PlacedTable> tables;
    for (const auto& row : database.query(sql::TablesToPlace{})) {
        const std::string name(row.tableName);
        tables.push_back({name, placeOf(name, row.hasStore != 0, places)});
    }
    const auto rank = [&](const PlacedTable& table) {
        return table.place == Place::EveryNode ? 0
               : table.name == places.first    ? 1
               : table.place == Place::ByStore ? 2
                                               : 3;
    };
    std::ranges::stable_sort(tables, {}, rank);
    return tables;
}

void place(Database& database, const PlacedTable& table, const TablePlaces& places)
{
    switch (table.place) {
    case Place::ByStore: {
        const std::string_view beside = table.name == places.first ? "default" : places.first;
        database.query(sql::SpreadTable{.tableName = table.name, .beside = beside});
        return;
    }
    case Place::EveryNode:
        database.query(sql::CopyTableToNodes{.tableName = table.name});
        return;
    case Place::Coordinator:
        database.query(sql::KeepTableHere{.tableName = table.name});
        return;
    }
}

std::vector<PlacedTable> placeAll(Database& database, const TablePlaces& places)
{
    std::vector<PlacedTable> tables = tablesToPlace(database, places);
    for (const PlacedTable& table : tables) {
        place(database, table, places);
    }
    return tables;
}

bool hasCitus(Database& database)
{
    return engineOf(database.url()) == Engine::Postgresql && !database.isOnOneServer();
}

} // namespace

void beginSchemaChange(Database& database)
{
    database.begin(Access::Write);
    if (engineOf(database.url()) == Engine::Postgresql) {
        database.runText(kMigrationLock, "migration lock");
        database.runText("SET LOCAL citus.enable_local_reference_table_foreign_keys TO off",
                         "migration settings");
        database.runText("SET LOCAL citus.multi_shard_modify_mode TO 'sequential'",
                         "migration settings");
    }
}

std::vector<PlacedTable> distribute(Database& database, const TablePlaces& places)
{
    const std::string name = withoutPassword(database.url());
    if (!hasCitus(database)) {
        throw Refusal("distribute.no_citus", {{"database", name}});
    }
    if (database.query(sql::IsCoordinator{})->isIt == 0) {
        throw Refusal("distribute.not_coordinator", {{"database", name}});
    }
    if (!isAlone(database)) {
        throw Refusal("distribute.in_use", {{"database", name}});
    }
    beginSchemaChange(database);
    try {
        std::vector<PlacedTable> placed = placeAll(database, places);
        database.commit();
        return placed;
    } catch (...) {
        database.rollback();
        throw;
    }
}

void placeNewTables(Database& database, const TablePlaces& places)
{
    if (hasCitus(database) &&
        database.query(sql::IsDistributed{.tableName = places.first})->known > 0) {
        placeAll(database, places);
    }
}

} // namespace giftbox::foundation
