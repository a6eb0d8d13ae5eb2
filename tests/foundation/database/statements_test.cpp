#include "foundation/database/schema.h"
#include "foundation/database/sql_text.h"
#include "statement_shapes.h"
#include "tests/support/fake_citus.h"
#include "tests/support/server_database.h"

#include <gtest/gtest.h>
#include <libpq-fe.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <sstream>
#include <unistd.h>

/// Compares each statement on PostgreSQL with the types that the build found on SQLite
/// (scripts/build.d/statement_types.cpp).
namespace giftbox::foundation::statements_test {
namespace {

using Names = std::vector<std::string>;

Names wordsOf(const std::string& text)
{
    std::istringstream in(text);
    Names words;
    for (std::string word; in >> word;) {
        words.push_back(word);
    }
    return words;
}

std::string sorted(Names names)
{
    std::ranges::sort(names);
    std::string text;
    for (const std::string& name : names) {
        text += name + " ";
    }
    return text;
}

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;
using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;

std::string typeOf(Oid oid)
{
    constexpr Oid kBigint = 20;
    constexpr Oid kInteger = 23;
    constexpr Oid kText = 25;
    return oid == kBigint || oid == kInteger ? "bigint"
           : oid == kText                    ? "text"
                                             : std::to_string(oid);
}

/// The columns as in a shape.
std::string columnsOf(PGconn* connection, const SqlText& sql)
{
    const Result prepared(PQprepare(connection, "", sql.numbered().c_str(), 0, nullptr), &PQclear);
    const Result described(PQdescribePrepared(connection, ""), &PQclear);
    if (PQresultStatus(prepared.get()) != PGRES_COMMAND_OK) {
        return PQerrorMessage(connection);
    }
    std::string columns;
    for (int i = 0; i < PQnfields(described.get()); ++i) {
        columns += std::string(PQfname(described.get(), i)) + ":" +
                   typeOf(PQftype(described.get(), i)) + " ";
    }
    return columns;
}

TEST(Statements, BindTheSameOnBothEngines)
{
    for (const StatementShape& shape : kStatementShapes) {
        for (const Engine engine : {Engine::Sqlite, Engine::Postgresql}) {
            try {
                EXPECT_EQ(sorted(loadSql(shape.name, engine).placeholders),
                          sorted(wordsOf(shape.binds)))
                    << shape.name;
            } catch (const DatabaseError&) {
                // only one engine has it, as listed by a tidy test
            }
        }
    }
}

TEST(Statements, ReturnTheSameColumnsOnPostgresql)
{
    const char* const server = std::getenv("GIFTBOX_TEST_POSTGRESQL");
    if (server == nullptr) {
        GTEST_SKIP() << "GIFTBOX_TEST_POSTGRESQL is not set";
    }
    const tests::ServerDatabase own(server);
    {
        Database database = Database::open(own.url());
        migrate(database, {});
    }
    tests::fakeCitus(own.url()); // what only a cluster has
    const Connection connection(PQconnectdb(own.url().c_str()), &PQfinish);
    ASSERT_EQ(PQstatus(connection.get()), CONNECTION_OK) << PQerrorMessage(connection.get());
    for (const StatementShape& shape : kStatementShapes) {
        try {
            EXPECT_EQ(columnsOf(connection.get(), loadSql(shape.name, Engine::Postgresql)),
                      shape.columns)
                << shape.name;
        } catch (const DatabaseError&) {
            continue; // SQLite only
        }
    }
}

Names notedBy(const std::function<void()>& work)
{
    std::string pattern = (std::filesystem::temp_directory_path() / "statements.XXXXXX").string();
    ::close(::mkstemp(pattern.data()));
    const char* const whole = std::getenv("GIFTBOX_TEST_STATEMENTS");
    const std::string before = whole == nullptr ? "" : whole;
    ::setenv("GIFTBOX_TEST_STATEMENTS", pattern.c_str(), 1);
    work();
    whole == nullptr ? ::unsetenv("GIFTBOX_TEST_STATEMENTS")
                     : ::setenv("GIFTBOX_TEST_STATEMENTS", before.c_str(), 1);
    std::ifstream file(pattern);
    Names lines;
    for (std::string line; std::getline(file, line);) {
        lines.push_back(line);
    }
    std::filesystem::remove(pattern);
    return lines;
}

TEST(Statements, ThatRunAreNotedByTheirFiles)
{
    Database database = Database::openPrivate();
    EXPECT_EQ(notedBy([&] {
                  EXPECT_FALSE(databaseSchemaVersion(database));
                  EXPECT_FALSE(databaseSchemaVersion(database)) << "prepared once, noted once";
              }),
              Names{"foundation/database/sql/has_schema_version.sqlite.sql"});
    const Names migrated = notedBy([&] { migrate(database, {}); });
    EXPECT_EQ(migrated, (Names{"foundation/database/sql/create_schema_version.sql",
                               "foundation/database/sql/schema_version.sql",
                               "foundation/database/sql/insert_schema_version.sql"}));
}

} // namespace
} // namespace giftbox::foundation::statements_test
