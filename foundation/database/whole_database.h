#pragma once

#include "foundation/database/database.h"

#include <string>

namespace giftbox::foundation {

/// How many tables and other things are in the database (on PostgreSQL in the schema that is used), whoever made them.
std::int64_t countObjects(Database& database);
/// How many others are connected to it; the server's own workers are not counted. Requires PostgreSQL.
std::int64_t otherSessions(Database& database);
/// Whether it has a schema of this name. Requires PostgreSQL.
bool hasSchema(Database& database, const std::string& schema);
/// The name by which pg_dump sees what the transaction that is open sees, as long as it is. Requires PostgreSQL.
std::string exportSnapshot(Database& database);

} // namespace giftbox::foundation
