#pragma once

#include "foundation/database/database.h"

#include <string>

namespace giftbox::foundation {

/// The number of tables and other objects in the database (on PostgreSQL in the current schema), whoever made them.
std::int64_t countObjects(Database& database);
/// The number of other sessions connected to it, without the server's own workers. Requires PostgreSQL.
std::int64_t otherSessions(Database& database);
/// Whether no other session is connected. Sessions of programs that just ended take a moment to close: it waits for
/// them. Requires PostgreSQL.
bool isAlone(Database& database);
/// Whether it has a schema with this name. Requires PostgreSQL.
bool hasSchema(Database& database, const std::string& schema);
/// The name of a snapshot for pg_dump of what the open transaction sees, valid until it ends. Requires PostgreSQL.
std::string exportSnapshot(Database& database);

} // namespace giftbox::foundation
