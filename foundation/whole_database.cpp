#include "foundation/whole_database.h"

namespace giftbox::foundation {

namespace {

std::int64_t numberOf(Database& database, std::string_view sql)
{
    Rows rows = database.query(sql, {});
    rows.next();
    return rows.row().integer(0);
}

} // namespace

std::int64_t countObjects(Database& database)
{
    return numberOf(database, "foundation/count_objects");
}

std::int64_t otherSessions(Database& database)
{
    return numberOf(database, "foundation/other_sessions");
}

std::string exportSnapshot(Database& database)
{
    Rows rows = database.query("foundation/export_snapshot", {});
    rows.next();
    return rows.row().string(0);
}

} // namespace giftbox::foundation
