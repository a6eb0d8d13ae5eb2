#include "foundation/database/field_rows.h"

#include "foundation/database/sql_text.h"

namespace giftbox::foundation {
namespace {

/// The names of the columns, each written by `write`, separated by `parting`.
template <class Write>
std::string listed(Binds row, const char* parting, Write write)
{
    std::string text;
    for (const Bind& bind : row) {
        text += (text.empty() ? "" : parting) + write(std::string(bind.name));
    }
    return text;
}

std::string equal(const std::string& column) { return column + " = :" + column; }

} // namespace

void insertRow(Database& database, std::string_view table, Binds row)
{
    const SqlText sql = sqlOf(
        "insert into " + std::string(table),
        "INSERT INTO " + std::string(table) + " (" +
            listed(row, ", ", [](const std::string& column) { return column; }) + ") VALUES (" +
            listed(row, ", ", [](const std::string& column) { return ":" + column; }) + ")");
    database.keep(sql);
    database.execute(sql.name, row);
}

void updateRow(Database& database, std::string_view table, Binds row, Binds key)
{
    const SqlText sql = sqlOf("update " + std::string(table),
                              "UPDATE " + std::string(table) + " SET " + listed(row, ", ", equal) +
                                  " WHERE " + listed(key, " AND ", equal));
    database.keep(sql);
    std::vector<Bind> all(row.begin(), row.end());
    all.insert(all.end(), key.begin(), key.end());
    database.execute(sql.name, all);
}

} // namespace giftbox::foundation
