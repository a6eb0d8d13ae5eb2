#include "foundation/database/schema.h"

#include "foundation/database/database_url.h"
#include "foundation/database/sql_text.h"
#include "foundation/database/statements.h"
#include "foundation/refusal.h"

namespace giftbox::foundation {
namespace {

/// Requires an open transaction.
void runMissing(Database& database, const std::vector<Migration>& migrations,
                std::span<const MigrationStep> steps, const std::function<void()>& before)
{
    const int version = databaseSchemaVersion(database).value_or(0);
    if (version >= migrations.back().number) {
        return; // another program was first
    }
    if (version > 0 && before) {
        before();
    }
    for (const Migration& migration : migrations) {
        if (migration.number > version) {
            for (const std::string& statement : migration.statements) {
                database.runText(statement, "data/migrations/" + migration.name);
            }
            database.execute(
                sql::InsertSchemaVersion{.number = migration.number, .name = migration.name});
        }
    }
    for (const MigrationStep& step : steps) {
        if (step.number > version) {
            step.run(database);
        }
    }
}

/// For a table with several indexes, SQLite would use its primary key for all rows of a store rather than another
/// index for the few wanted, because it does not know that a database has few stores. These numbers tell it: a
/// million rows, a hundred of them alike in each following column. They are fixed, so that a statement runs the same
/// way in every database.
constexpr const char* kSelectivity = R"(
INSERT INTO sqlite_stat1 (tbl, idx, stat)
SELECT t.name, CASE x.origin WHEN 'pk' THEN t.name ELSE x.name END, '1000000 1000000' || (
    SELECT group_concat(CASE WHEN x."unique" AND c.seqno = n.last THEN ' 1' ELSE ' 100' END, '')
    FROM pragma_index_info(x.name) c, (SELECT MAX(seqno) AS last FROM pragma_index_info(x.name)) n
    WHERE c.seqno > 0)
FROM sqlite_schema t JOIN pragma_index_list(t.name) x
WHERE t.type = 'table' AND (SELECT COUNT(*) FROM pragma_index_list(t.name)) > 1
    AND (SELECT COUNT(*) FROM pragma_index_info(x.name)) > 1)";

void tellSelectivity(Database& database)
{
    database.begin(Access::Write);
    try {
        for (const char* text : {"ANALYZE schema_version", "DELETE FROM sqlite_stat1", kSelectivity,
                                 "ANALYZE sqlite_schema"}) {
            database.runText(text, "selectivity");
        }
        database.commit();
    } catch (...) {
        database.rollback();
        throw;
    }
}

void makeVersionTable(Database& database)
{
    beginSchemaChange(database);
    try {
        database.execute(sql::CreateSchemaVersion{});
        database.commit();
    } catch (...) {
        database.rollback();
        throw;
    }
}

} // namespace

int programSchemaVersion() { return newestMigration(); }

std::optional<int> databaseSchemaVersion(Database& database)
{
    if (!database.query(sql::HasSchemaVersion{})) {
        return std::nullopt;
    }
    return static_cast<int>(database.query(sql::SchemaVersion{})->number.value_or(0));
}

void migrate(Database& database, std::span<const MigrationStep> steps,
             const std::function<void()>& before, const TablePlaces& places)
{
    const std::optional<int> version = databaseSchemaVersion(database);
    const int newest = newestMigration();
    if (version && *version > newest) {
        throw Refusal("schema.newer", {{"version", *version}, {"newest", newest}});
    }
    if (version && *version == newest) {
        return;
    }
    if (!version) {
        makeVersionTable(database);
    }
    beginSchemaChange(database);
    try {
        runMissing(database, loadMigrations(engineOf(database.url())), steps, before);
        placeNewTables(database, places);
        database.commit();
    } catch (...) {
        database.rollback();
        throw;
    }
    if (engineOf(database.url()) == Engine::Sqlite) {
        tellSelectivity(database);
    }
}

} // namespace giftbox::foundation
