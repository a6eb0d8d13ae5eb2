#pragma once

#include "foundation/database/postgres_session.h"

#include <string>

class QSqlDatabase;
struct pg_conn;
struct sqlite3;

namespace giftbox::foundation {

/// Opens and prepares a connection of Qt's driver for `url` under a name of its own. Throws DatabaseError.
QSqlDatabase openConnection(const std::string& url);
/// As openConnection, for a SQLite file that must stay as it is. Throws DatabaseError.
QSqlDatabase openFileToRead(const std::string& path);
/// As openConnection, for a new SQLite database in a file without a name. Throws DatabaseError.
QSqlDatabase openPrivateFile();
/// Prepares a PostgreSQL connection to be talked to by PostgresSession. Throws DatabaseError.
PostgresKind setUpPostgresql(const QSqlDatabase& connection);
/// The driver's own handle of a SQLite connection.
sqlite3* sqliteHandle(const QSqlDatabase& connection);
/// The driver's own handle of a PostgreSQL connection.
pg_conn* postgresHandle(const QSqlDatabase& connection);

} // namespace giftbox::foundation
