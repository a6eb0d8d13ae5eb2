#include "foundation/database/whole_database.h"

#include "foundation/database/statements.h"

namespace giftbox::foundation {

std::int64_t countObjects(Database& database)
{
    return database.query(sql::CountObjects{})->objects;
}

std::int64_t otherSessions(Database& database)
{
    return database.query(sql::OtherSessions{})->sessions;
}

bool hasSchema(Database& database, const std::string& schema)
{
    return database.query(sql::HasSchema{.schema = schema})->schemas > 0;
}

std::string exportSnapshot(Database& database)
{
    return std::string(database.query(sql::ExportSnapshot{})->snapshot);
}

} // namespace giftbox::foundation
