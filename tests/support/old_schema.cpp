#include "tests/support/old_schema.h"

#include "foundation/database/database_url.h"
#include "foundation/database/sql_text.h"
#include "tests/support/program.h"

#include <algorithm>

namespace giftbox::tests {

namespace {

std::string joined(const std::vector<std::string>& words)
{
    std::string all;
    for (const std::string& word : words) {
        all += (all.empty() ? "" : ", ") + word;
    }
    return all;
}

std::string literalOf(const std::string& cell)
{
    if (cell == "NULL") {
        return cell;
    }
    std::string quoted = "'";
    for (const char c : cell) {
        quoted += c == '\'' ? "''" : std::string(1, c);
    }
    return quoted + "'";
}

} // namespace

void makeSchema(const std::string& url, int number)
{
    const RawDatabase database(url);
    database.execute("BEGIN");
    database.execute("CREATE TABLE schema_version (number bigint NOT NULL, name text NOT NULL, "
                     "CONSTRAINT schema_version_pk PRIMARY KEY (number))");
    for (const auto& migration : foundation::loadMigrations(foundation::engineOf(url))) {
        if (migration.number > number) {
            break;
        }
        for (const std::string& statement : migration.statements) {
            database.execute(statement);
        }
        database.execute("INSERT INTO schema_version (number, name) VALUES (" +
                         std::to_string(migration.number) + ", '" + migration.name + "')");
    }
    database.execute("COMMIT");
}

std::string rowsAsSql(const RawDatabase& file)
{
    std::string all;
    for (const std::string& table :
         file.column("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                     "'sqlite%' AND name <> 'schema_version' ORDER BY name")) {
        const std::string columns =
            joined(file.column("SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid"));
        for (RawDatabase::Cells& cells : file.rows("SELECT " + columns + " FROM " + table)) {
            std::ranges::transform(cells, cells.begin(), literalOf);
            all += "INSERT INTO " + table + " (" + columns + ") VALUES (" + joined(cells) + ");\n";
        }
    }
    return all;
}

void insertRows(const std::string& url, const std::string& statements)
{
    const RawDatabase database(url);
    database.execute(foundation::engineOf(url) == foundation::Engine::Postgresql
                         ? "SET session_replication_role = replica"
                         : "PRAGMA foreign_keys = OFF");
    database.execute("BEGIN");
    if (statements.find("INSERT INTO user_counter ") != std::string::npos) {
        database.execute("DELETE FROM user_counter");
    }
    std::size_t at = 0;
    for (std::size_t end = 0; (end = statements.find(";\n", at)) != std::string::npos;
         at = end + 2) {
        database.execute(statements.substr(at, end - at));
    }
    database.execute("COMMIT");
}

std::string unpacked(const std::string& name)
{
    const Ended ended =
        run({.words = {"gzip", "-dc", std::string(GIFTBOX_SOURCE_DIR) + "/tests/data/" + name}});
    EXPECT_TRUE(ended.done()) << ended;
    return ended.out;
}

} // namespace giftbox::tests
