#include "foundation/database/copy_table.h"

#include "foundation/database/database_url.h"
#include "foundation/database/sql_text.h"
#include "foundation/database/statements.h"

#include <map>

namespace giftbox::foundation {
namespace {

/// Of which only pictures have many bytes in a row.
constexpr std::size_t kRowsAtOnce = 4096;
constexpr std::size_t kBytesAtOnce = std::size_t{4} << 20U;

/// The columns without store_id.
struct Table {
    std::string name;
    std::vector<std::string> columns;
    std::vector<std::string> types;
    std::string key; ///< separated by commas
};

Table describe(Reader& database, std::string_view name)
{
    Table table{.name = std::string(name), .columns = {}, .types = {}, .key = {}};
    std::map<std::int64_t, std::string> key;
    for (const auto& column : database.query(sql::TableColumns{.tableName = name})) {
        if (column.keyPlace > 0) {
            key.emplace(column.keyPlace, column.name);
        }
        if (column.name != "store_id") {
            table.columns.emplace_back(column.name);
            table.types.emplace_back(column.type);
        }
    }
    for (const auto& [place, column] : key) {
        table.key += (table.key.empty() ? "" : ", ") + column;
    }
    return table;
}

/// `LEADa, LEADb`
std::string joined(const std::vector<std::string>& names, std::string_view lead = "")
{
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + std::string(lead) + name;
    }
    return text;
}

SqlText selectOf(const Table& table)
{
    return sqlOf("copy " + table.name, "SELECT " + joined(table.columns) + " FROM " + table.name +
                                           " WHERE store_id = :store_id ORDER BY " + table.key);
}

/// One row per run on SQLite, one array per column on PostgreSQL.
SqlText insertOf(const Table& table, Engine engine)
{
    const std::string into =
        "INSERT INTO " + table.name + " (store_id, " + joined(table.columns) + ") ";
    if (engine == Engine::Sqlite) {
        return sqlOf("copy into " + table.name,
                     into + "VALUES (:store_id, " + joined(table.columns, ":") + ")");
    }
    std::vector<std::string> arrays;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        arrays.push_back("CAST(:" + table.columns[i] + " AS " + table.types[i] + "[])");
    }
    return sqlOf("copy into " + table.name,
                 into + "SELECT CAST(:store_id AS bigint), " + joined(table.columns, "r.") +
                     " FROM unnest(" + joined(arrays) + ") AS r (" + joined(table.columns) + ")");
}

} // namespace

void copyTable(Reader& from, const StoreRows& rows, Database& to, std::int64_t toStore,
               const std::function<void(std::size_t)>& progress)
{
    const Table table = describe(from, rows.table);
    const SqlText select = selectOf(table);
    const SqlText insert = insertOf(describe(to, rows.table), engineOf(to.url()));
    from.keep(select);
    to.keep(insert);
    Batch batch(table.columns);
    std::size_t bytes = 0;
    const auto write = [&] {
        to.executeForEach(insert.name, {{"store_id", toStore}}, batch);
        to.settle();
        progress(batch.rows());
        batch.clear();
        bytes = 0;
    };
    Rows read = from.stream(select.name, {{"store_id", rows.storeId}});
    while (read.next()) {
        for (int i = 0; i < static_cast<int>(table.columns.size()); ++i) {
            if (read.row().isNull(i)) {
                batch.addNull();
                continue;
            }
            bytes += read.row().text(i).size();
            batch.add(read.row().text(i));
        }
        if (batch.rows() == kRowsAtOnce || bytes >= kBytesAtOnce) {
            write();
        }
    }
    write();
}

void deleteRows(Database& database, const StoreRows& rows)
{
    const SqlText text =
        sqlOf("delete from " + std::string(rows.table),
              "DELETE FROM " + std::string(rows.table) + " WHERE store_id = :store_id");
    database.keep(text);
    database.execute(text.name, {{"store_id", rows.storeId}});
}

} // namespace giftbox::foundation
