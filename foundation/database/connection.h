#pragma once

#include "foundation/database/postgres_session.h"

#include <string>

class QSqlDatabase;
struct pg_conn;
struct sqlite3;

namespace giftbox::foundation {

/// Opens and prepares a connection of Qt's driver for `url`, under its own name. Throws DatabaseError.
QSqlDatabase openConnection(const std::string& url);
/// The URL of a PostgreSQL server, for the same user and database on another host; a folder of sockets may stand for a
/// host.
std::string urlAt(const std::string& url, const std::string& host, std::int64_t port);
/// Like openConnection, for a SQLite file that must not change. Throws DatabaseError.
QSqlDatabase openFileToRead(const std::string& path);
/// Like openConnection, for a new SQLite database in an unnamed file. Throws DatabaseError.
QSqlDatabase openPrivateFile();
/// Prepares a PostgreSQL connection for PostgresSession. Throws DatabaseError.
PostgresKind setUpPostgresql(const QSqlDatabase& connection);
/// The driver's own handle of a SQLite connection.
sqlite3* sqliteHandle(const QSqlDatabase& connection);
/// The driver's own handle of a PostgreSQL connection.
pg_conn* postgresHandle(const QSqlDatabase& connection);

} // namespace giftbox::foundation
