#include "foundation/database/schema.h"
#include "tests/support/store_fixture.h"
#include "tests/tidy/source_tree.h"

#include <algorithm>
#include <filesystem>

namespace giftbox::tests::schema_rules_test {
namespace {

using Rows = std::vector<RawDatabase::Cells>;
using Names = std::vector<std::string>;

/// Tables shared by the stores; accounting::tablePlaces says where a cluster keeps them.
constexpr const char* kDirectories[] = {
    "store",        "app_user",      "user_counter", "user_role",      "api_token",
    "user_session", "login_failure", "setup_link",   "backup",         "known_place",
    "lock_out",     "saved_view",    "legal_entity", "entity_account", "group_role"};

std::string listOfDirectories()
{
    std::string list;
    for (const char* name : kDirectories) {
        list += std::string(list.empty() ? "(" : ", ") + "'" + name + "'";
    }
    return list + ")";
}

/// The rules for sharding the schema by store (docs/decisions), checked in PostgreSQL's catalogs.
class SchemaRules : public StoreFixture {
protected:
    /// The result of a query over the catalogs; `%s` stands for the tables of the schema.
    Rows found(std::string sql)
    {
        const std::string tables = "(SELECT c.oid, c.relname FROM pg_class c JOIN pg_namespace n "
                                   "ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname "
                                   "= current_schema() AND c.relname <> 'schema_version')";
        for (std::size_t at = sql.find("%s"); at != std::string::npos; at = sql.find("%s")) {
            sql.replace(at, 2, tables);
        }
        return raw().rows(sql);
    }
};
INSTANTIATE_TEST_SUITE_P(, SchemaRules, testing::Values(Engine::Postgresql), engineName);

TEST_P(SchemaRules, EveryTableBelongsToAStoreByABigintThatIsNeverUnknown)
{
    EXPECT_GE(raw().storeTables().size(), 14U);
    EXPECT_EQ(found("SELECT t.relname FROM %s t LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND "
                    "a.attname = 'store_id' AND a.attnotnull AND a.atttypid = 'bigint'::regtype "
                    "AND a.attnum = 1 WHERE a.attname IS NULL AND (t.relname = 'store' OR "
                    "t.relname NOT IN " +
                    listOfDirectories() + ")"),
              Rows{});
}

TEST_P(SchemaRules, EveryTableHasAPrimaryKey)
{
    EXPECT_EQ(found("SELECT t.relname FROM %s t WHERE NOT EXISTS (SELECT 1 FROM pg_index x WHERE "
                    "x.indrelid = t.oid AND x.indisprimary)"),
              Rows{});
}

TEST_P(SchemaRules, EveryKeyAndIndexBeginsWithTheStore)
{
    EXPECT_EQ(found("SELECT c.relname FROM %s t JOIN pg_index x ON x.indrelid = t.oid JOIN "
                    "pg_class c ON c.oid = x.indexrelid LEFT JOIN pg_attribute a ON a.attrelid = "
                    "t.oid AND a.attnum = x.indkey[0] WHERE a.attname IS DISTINCT FROM 'store_id' "
                    "AND t.relname NOT IN " +
                    listOfDirectories()),
              Rows{});
    EXPECT_EQ(found("SELECT c.relname FROM %s t JOIN pg_index x ON x.indrelid = t.oid JOIN "
                    "pg_class c ON c.oid = x.indexrelid WHERE t.relname = 'store' ORDER BY 1"),
              (Rows{{"store_code_uq"}, {"store_entity_ix"}, {"store_folded_ix"}, {"store_pk"}}));
}

TEST_P(SchemaRules, EveryForeignKeyHoldsTheStoreInTheSamePlace)
{
    EXPECT_EQ(found("SELECT k.conname FROM %s t JOIN pg_constraint k ON k.conrelid = t.oid JOIN "
                    "pg_attribute a ON a.attrelid = k.conrelid AND a.attname = 'store_id' JOIN "
                    "pg_attribute b ON b.attrelid = k.confrelid AND b.attname = 'store_id' WHERE "
                    "k.contype = 'f' AND array_position(k.conkey, a.attnum) IS DISTINCT FROM "
                    "array_position(k.confkey, b.attnum)"),
              Rows{});
    EXPECT_EQ(found("SELECT k.conname FROM %s t JOIN pg_constraint k ON k.conrelid = t.oid WHERE "
                    "k.contype = 'f' AND t.relname = 'store'"),
              Rows{})
        << "the list of stores refers to nothing";
    EXPECT_EQ(found("SELECT k.conname FROM %s t JOIN pg_constraint k ON k.conrelid = t.oid JOIN "
                    "pg_class f ON f.oid = k.confrelid WHERE k.contype = 'f' AND t.relname IN " +
                    listOfDirectories() + " AND f.relname NOT IN " + listOfDirectories()),
              Rows{})
        << "a directory refers to no table of a store";
}

TEST_P(SchemaRules, NoForeignKeyIsDeferrableOrChangesRowsByItself)
{
    EXPECT_EQ(found("SELECT k.conname FROM %s t JOIN pg_constraint k ON k.conrelid = t.oid WHERE "
                    "k.condeferrable OR (k.contype = 'f' AND (k.confupdtype NOT IN ('a', 'r') OR "
                    "k.confdeltype NOT IN ('a', 'r', 'c')))"),
              Rows{});
}

TEST_P(SchemaRules, EveryConstraintAndIndexHasAShortNameOfItsOwn)
{
    const Rows names =
        found("SELECT k.conname FROM %s t JOIN pg_constraint k ON k.conrelid = t.oid UNION SELECT "
              "c.relname FROM %s t JOIN pg_index x ON x.indrelid = t.oid JOIN pg_class c ON c.oid "
              "= x.indexrelid");
    EXPECT_GE(names.size(), 40U);
    for (const auto& row : names) {
        const std::string& name = row.front();
        const std::size_t digits = name.size() - (name.find_last_not_of("0123456789") + 1);
        EXPECT_LE(name.size(), 50U) << name;
        EXPECT_LT(digits, 6U) << name;
        const std::string end = name.substr(name.rfind('_'));
        EXPECT_TRUE(end == "_pk" || end == "_uq" || end == "_fk" || end == "_ck" || end == "_ix")
            << name << " is not named in the migrations";
    }
}

TEST_P(SchemaRules, NumbersComeFromNoSequence)
{
    EXPECT_EQ(found("SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = "
                    "c.relnamespace WHERE c.relkind = 'S' AND n.nspname = current_schema()"),
              Rows{});
    EXPECT_EQ(found("SELECT t.relname, a.attname FROM %s t JOIN pg_attribute a ON a.attrelid = "
                    "t.oid WHERE a.attidentity <> ''"),
              Rows{});
}

TEST_P(SchemaRules, NoTableHasATriggerARuleOrAParent)
{
    EXPECT_EQ(found("SELECT g.tgname FROM %s t JOIN pg_trigger g ON g.tgrelid = t.oid WHERE NOT "
                    "g.tgisinternal"),
              Rows{});
    EXPECT_EQ(found("SELECT r.rulename FROM %s t JOIN pg_rewrite r ON r.ev_class = t.oid"), Rows{});
    EXPECT_EQ(found("SELECT t.relname FROM %s t JOIN pg_inherits i ON i.inhrelid = t.oid"), Rows{});
}

TEST_P(SchemaRules, BothEnginesHaveTheSameTablesAndColumns)
{
    const std::string file = testing::TempDir() + store() + ".db";
    {
        foundation::Database sqlite = foundation::Database::open(file);
        foundation::migrate(sqlite, {});
    }
    const Rows ofSqlite = RawDatabase(file).rows(
        "SELECT t.name, c.name, lower(c.type), c.\"notnull\" FROM sqlite_master t JOIN "
        "pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY "
        "t.name, c.cid");
    const Rows ofPostgresql = raw().rows(
        "SELECT table_name, column_name, data_type, CASE is_nullable WHEN 'NO' THEN 1 ELSE 0 END "
        "FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY table_name "
        "COLLATE \"C\", ordinal_position");
    EXPECT_EQ(ofSqlite, ofPostgresql);
    for (const char* end : {"", "-wal", "-shm"}) {
        std::filesystem::remove(file + end);
    }
}

/// The statement in upper case, without its comments.
std::string statementOf(const tidy::SourceFile& file)
{
    std::string sql;
    for (const std::string& line : tidy::linesOf(file.text)) {
        sql += line.starts_with("--") ? "" : " " + line + " ";
    }
    std::transform(sql.begin(), sql.end(), sql.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return sql;
}

std::int64_t occurrences(const std::string& text, const std::string& part)
{
    std::int64_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos;
         at = text.find(part, at + part.size())) {
        ++count;
    }
    return count;
}

/// The tables of a store, from the migrations.
Names storeTables()
{
    std::set<std::string> found;
    for (const auto& file : tidy::filesUnder({"data/migrations"}, {".sql"})) {
        std::istringstream lines(file.text);
        for (std::string line; std::getline(lines, line);) {
            std::istringstream words(line);
            std::string verb;
            std::string what;
            std::string name;
            std::string then;
            std::string by;
            std::string renamed;
            words >> verb >> what >> name >> then >> by >> renamed;
            std::erase(name, ';');
            std::erase(renamed, ';');
            if (what != "TABLE") {
                continue;
            }
            const bool isRenamed = verb == "ALTER" && then == "RENAME" && by == "TO";
            if (verb == "DROP" || isRenamed) {
                found.erase(name);
            }
            if (verb == "CREATE" || isRenamed) {
                found.insert(isRenamed ? renamed : name);
            }
        }
    }
    Names tables(found.begin(), found.end());
    for (const char* directory : kDirectories) {
        EXPECT_EQ(std::erase(tables, directory), 1U) << directory;
    }
    return tables;
}

/// How often the statement reads or writes a table of a store, except by inserting a row.
std::int64_t tablesIn(const std::string& statement)
{
    std::int64_t count = 0;
    for (std::string table : storeTables()) {
        std::transform(table.begin(), table.end(), table.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        for (const char* verb : {" FROM ", " JOIN ", " UPDATE ", "(SELECT FROM "}) {
            count += occurrences(statement, verb + table + " ");
        }
    }
    return count;
}

/// The statements on a store's books.
std::vector<tidy::SourceFile> statementFiles()
{
    Names folders;
    for (const char* module :
         {"books", "inventory", "budget", "gifting", "accounting", "program", "reports"}) {
        folders.push_back(std::string(module) + "/sql");
    }
    return tidy::filesUnder(folders, {".sql"});
}

/// The statements on people and their roles.
std::vector<tidy::SourceFile> statementFilesOfAccess()
{
    return tidy::filesUnder({"access/sql"}, {".sql"});
}

TEST(ShardableSql, NamesTheStoreOfEveryTableItTouches)
{
    EXPECT_GE(storeTables().size(), 14U);
    EXPECT_GE(statementFiles().size(), 50U);
    for (const auto& file : statementFiles()) {
        const std::string statement = statementOf(file);
        EXPECT_GE(occurrences(statement, "STORE_ID = "), tablesIn(statement)) << file.path;
    }
}

TEST(ShardableSql, KeepsPeopleApartFromTheBooks)
{
    EXPECT_GE(statementFilesOfAccess().size(), 20U);
    for (const auto& file : statementFilesOfAccess()) {
        EXPECT_EQ(tablesIn(statementOf(file)), 0) << file.path;
    }
}

TEST(ShardableSql, ChangesNoRowsWithoutBindingTheirStore)
{
    for (const auto& file : statementFiles()) {
        const std::string statement = statementOf(file);
        if (statement.find(" LEGAL_ENTITY ") != std::string::npos ||
            statement.find(" ENTITY_ACCOUNT ") != std::string::npos) {
            continue; // the stores share them
        }
        if (statement.starts_with(" UPDATE ") || statement.starts_with(" DELETE ")) {
            EXPECT_NE(statement.find("STORE_ID = :STORE_ID"), std::string::npos) << file.path;
        }
        if (statement.starts_with(" INSERT ")) {
            EXPECT_NE(statement.find("(STORE_ID,"), std::string::npos) << file.path;
            EXPECT_NE(statement.find(":STORE_ID"), std::string::npos) << file.path;
        }
    }
}

TEST(ShardableSql, DoesWithoutWhatShardsCannotDo)
{
    std::vector<tidy::SourceFile> files = statementFiles();
    const std::vector<tidy::SourceFile> ofAccess = statementFilesOfAccess();
    files.insert(files.end(), ofAccess.begin(), ofAccess.end());
    for (const auto& file : files) {
        const std::string statement = statementOf(file);
        for (const char* word :
             {"MERGE ", "RANDOM(", "CLOCK_TIMESTAMP(", "NOW(", "CURRENT_TIMESTAMP", "NEXTVAL(",
              " ROLLUP", " CUBE", "GROUPING SETS", "CURRENT OF", "RECURSIVE", "PG_ADVISORY",
              "LAST_INSERT_ROWID", "VALUES (SELECT", "ISOLATION LEVEL SERIALIZABLE"}) {
            EXPECT_EQ(statement.find(word), std::string::npos) << file.path << ": " << word;
        }
    }
}

TEST(ShardableSql, LocksTheRowsOfOneStoreOnly)
{
    Names locking;
    for (const auto& file : statementFiles()) {
        const std::string statement = statementOf(file);
        if (statement.find("FOR UPDATE") != std::string::npos) {
            locking.push_back(file.path);
            EXPECT_NE(statement.find("B.STORE_ID = :STORE_ID"), std::string::npos) << file.path;
        }
    }
    EXPECT_EQ(locking, (Names{"books/sql/lock_store.postgresql.sql"}));
}

} // namespace
} // namespace giftbox::tests::schema_rules_test
