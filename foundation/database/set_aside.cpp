#include "foundation/database/database.h"
#include "foundation/database/sqlite_connection.h"
#include "foundation/database/statements.h"

namespace giftbox::foundation {
namespace {

constexpr std::string_view kCreate = "CREATE TABLE ";

} // namespace

/// A temporary table hides one of the file with the same name.
void Database::setAside(std::span<const std::string_view> tables)
{
    runText("PRAGMA foreign_keys=OFF", "set aside");
    begin(Access::Read);
    try {
        for (const std::string_view table : tables) {
            const auto text = query(sql::TableText{.name = table});
            runText("CREATE TEMP TABLE " + std::string(text->sql.substr(kCreate.size())),
                    "set aside");
        }
        commit();
    } catch (...) {
        rollback();
        throw;
    }
    SqliteConnection* const sqlite = sqliteOf(*impl_);
    sqlite->aside.assign(tables.begin(), tables.end());
    sqlite->writesOwn = true;
}

void Database::takeAnew(std::string_view table)
{
    const std::string name(table);
    runText("DELETE FROM temp." + name + "; INSERT INTO temp." + name + " SELECT * FROM main." +
                name,
            "take anew");
}

void Database::bringBack(std::span<const std::string_view> tables)
{
    SqliteConnection* const sqlite = sqliteOf(*impl_);
    std::vector<std::string> aside = std::exchange(sqlite->aside, {});
    try {
        begin(Access::Write);
        for (const std::string_view table : tables) {
            const std::string name(table);
            runText("INSERT OR REPLACE INTO main." + name + " SELECT * FROM temp." + name,
                    "bring back");
        }
        for (const std::string& name : aside) {
            runText("DROP TABLE temp." + name, "bring back");
        }
        commit();
    } catch (...) {
        rollback();
        sqlite->aside = std::move(aside);
        throw;
    }
    sqlite->writesOwn = false;
    runText("PRAGMA foreign_keys=ON", "bring back");
}

} // namespace giftbox::foundation
