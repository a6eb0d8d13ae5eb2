#include "accounting/copy_store.h"
#include "foundation/schema.h"
#include "tests/support/program.h"
#include "tests/support/raw_database.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace giftbox::tests {
namespace {

/// The columns of a table, `store_id` first; types as in the migrations.
struct Table {
    std::string name;
    std::vector<std::string> columns;
    std::vector<std::string> types;
    std::string key;
};

std::string joined(const std::vector<std::string>& parts, const std::string& lead = "")
{
    constexpr std::size_t kLongestLine = 120;
    std::string text;
    std::size_t line = 20 + lead.size();
    for (const std::string& part : parts) {
        if (!text.empty()) {
            const bool breaks = line + part.size() > kLongestLine;
            text += breaks ? ",\n    " : ", ";
            line = breaks ? 4 : line + 2;
        }
        text += lead + part;
        line += lead.size() + part.size();
    }
    return text;
}

std::vector<Table> tablesOf(const RawDatabase& database)
{
    std::vector<Table> tables;
    for (const std::string& name : database.storeTables()) {
        Table& table =
            tables.emplace_back(Table{.name = name, .columns = {}, .types = {}, .key = {}});
        std::vector<std::pair<std::string, std::string>> key;
        for (const auto& row :
             database.rows("SELECT name, lower(type), pk FROM pragma_table_info('" + name +
                           "') ORDER BY cid")) {
            table.columns.push_back(row[0]);
            table.types.push_back(row[1]);
            if (row[2] != "0") {
                key.emplace_back(row[2], row[0]);
            }
        }
        std::sort(key.begin(), key.end());
        std::vector<std::string> columns;
        for (const auto& [place, column] : key) {
            columns.push_back(column);
        }
        table.key = joined(columns);
    }
    return tables;
}

using Files = std::map<std::string, std::string>; // text by path

void addStatements(const Table& table, Files& files)
{
    const std::vector<std::string> rest(table.columns.begin() + 1, table.columns.end());
    const std::string path = "accounting/sql/copy_" + table.name;
    const std::string into = "INSERT INTO " + table.name + " (" + joined(table.columns) + ")\n";
    files[path + "_out.sql"] =
        "-- All rows of a store, for another database. Binds: store_id. Returns: every column but "
        "store_id.\nSELECT " +
        joined(rest) + "\nFROM " + table.name + "\nWHERE store_id = :store_id\nORDER BY " +
        table.key + "\n";
    files[path + "_in.sqlite.sql"] =
        "-- Adds one row of another database a run. Binds: store_id and the columns.\n" + into +
        "VALUES (" + joined(table.columns, ":") + ")\n";
    std::vector<std::string> arrays;
    std::vector<std::string> cells = {"CAST(:store_id AS bigint)"};
    for (std::size_t i = 1; i < table.columns.size(); ++i) {
        arrays.push_back("CAST(:" + table.columns[i] + " AS " + table.types[i] + "[])");
        cells.push_back("r." + table.columns[i]);
    }
    files[path + "_in.postgresql.sql"] =
        "-- Adds all rows of a batch. Binds: store_id, and an array a column.\n" + into +
        "SELECT " + joined(cells) + "\nFROM unnest(" + joined(arrays) + ")\n    AS r (" +
        joined(rest) + ")\n";
}

/// The statements that copy a store, as they follow from the schema.
Files expectedFiles()
{
    const std::string file = testing::TempDir() + ProgramStore::newStoreCode() + ".db";
    {
        foundation::Database database = foundation::Database::open(file);
        foundation::migrate(database, {});
    }
    Files files;
    for (const Table& table : tablesOf(RawDatabase(file))) {
        addStatements(table, files);
    }
    for (const char* end : {"", "-wal", "-shm"}) {
        std::filesystem::remove(file + end);
    }
    return files;
}

/// With GIFTBOX_WRITE_COPY=1 it writes them, for after a migration.
TEST(CopyStatements, NameEveryColumnOfEveryTable)
{
    const std::filesystem::path root = GIFTBOX_SOURCE_DIR;
    for (const auto& [path, text] : expectedFiles()) {
        if (std::getenv("GIFTBOX_WRITE_COPY") != nullptr) {
            writeFile(root / path, text);
        }
        EXPECT_EQ(readFile(root / path), text)
            << path << " is not as the schema has it; GIFTBOX_WRITE_COPY=1 writes it anew";
    }
}

TEST(CopyStatements, AreAllUsed)
{
    std::vector<std::string> listed;
    for (const accounting::TableCopy& table : accounting::tableCopies()) {
        for (const std::string& name :
             {std::string(table.out) + ".sql", std::string(table.in) + ".sqlite.sql",
              std::string(table.in) + ".postgresql.sql"}) {
            listed.push_back("accounting/sql/" + name.substr(name.find('/') + 1));
        }
    }
    std::sort(listed.begin(), listed.end());
    std::vector<std::string> expected;
    for (const auto& [path, text] : expectedFiles()) {
        expected.push_back(path);
    }
    EXPECT_EQ(listed, expected);
}

} // namespace
} // namespace giftbox::tests
