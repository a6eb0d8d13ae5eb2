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

/// Runs a statement that no file has; its text is made, and kept, for its first row.
template <class Text>
void runKept(Database& database, const std::string& name, Binds binds, Text textOf)
{
    if (!database.keeps(name)) {
        database.keep(sqlOf(name, textOf()));
    }
    database.execute(name, binds);
}

} // namespace

void insertRow(Database& database, std::string_view table, Binds row)
{
    const std::string into = "INSERT INTO " + std::string(table);
    runKept(database, into, row, [&] {
        return into + " (" + listed(row, ", ", [](const std::string& column) { return column; }) +
               ") VALUES (" +
               listed(row, ", ", [](const std::string& column) { return ":" + column; }) + ")";
    });
}

void updateRow(Database& database, std::string_view table, Binds row, Binds key)
{
    const std::string update = "UPDATE " + std::string(table);
    std::vector<Bind> all(row.begin(), row.end());
    all.insert(all.end(), key.begin(), key.end());
    runKept(database, update, all, [&] {
        return update + " SET " + listed(row, ", ", equal) + " WHERE " +
               listed(key, " AND ", equal);
    });
}

} // namespace giftbox::foundation
