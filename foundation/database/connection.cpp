#include "foundation/database/connection.h"

#include "foundation/database/database_url.h"
#include "foundation/database/private_file.h"
#include "foundation/database/time_limit.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUrlQuery>
#include <QVariant>

#include <array>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <sqlite3.h>

namespace giftbox::foundation {
namespace {

void ensureQtRuns()
{
    // Qt finds its drivers through the application object. Only programs that open a database pay for it.
    static int argc = 1;
    static char name[] = "giftbox";
    static char* argv[] = {name, nullptr};
    static const bool started = [] {
        if (QCoreApplication::instance() == nullptr) {
            new QCoreApplication(argc, argv);
        }
        (void)QSqlDatabase::
            drivers(); // first use from several threads at once can hang at exit (Qt 6.4)
        return true;
    }();
    (void)started;
}

/// The SQLSTATE of a server that cannot be reached.
constexpr const char* kNoConnection = "08001";

[[noreturn]] void failToOpen(const QSqlError& error, const std::string& where)
{
    throw DatabaseError(
        "open", "cannot open " + where + ": " + error.text().simplified().toStdString(),
        error.nativeErrorCode().isEmpty() ? kNoConnection : error.nativeErrorCode().toStdString());
}

void pragma(const QSqlDatabase& connection, const char* text)
{
    QSqlQuery query(connection);
    // Another opener may switch the new file to WAL at the same time; SQLite does not wait there.
    for (int attempt = 0; !query.exec(QString::fromLatin1(text)); ++attempt) {
        if (query.lastError().nativeErrorCode().toInt() % 256 != SQLITE_BUSY || attempt == 600) {
            throw DatabaseError("open", query.lastError().databaseText().toStdString(),
                                query.lastError().nativeErrorCode().toStdString());
        }
        sqlite3_sleep(100);
    }
}

/// A connection's name; loads Qt's drivers.
QString newName()
{
    static std::atomic<int> count = 0;
    ensureQtRuns();
    return QString("giftbox-%1").arg(++count);
}

/// Whether the file's header has a write-ahead log, so that SQLite must write beside it even to read it. Only for a
/// file that this program does not have open with a log: closing it here would release SQLite's locks.
bool hasLog(const std::string& path)
{
    std::array<char, 20> header{};
    std::ifstream(path, std::ios::binary).read(header.data(), header.size());
    return header[18] == 2;
}

enum class Open { ToWrite, ToRead };

/// If the file is only read, or nothing may be written beside it, it is opened for reading. If it has a log in its
/// header but none beside it, nobody has it open, and it is read unchanged, so that no log is made.
void openAsItIs(QSqlDatabase& connection, const std::string& path, Open how, QString& options)
{
    std::error_code unknown;
    const bool isThere = std::filesystem::is_regular_file(path, unknown) &&
                         !std::filesystem::exists(path + "-wal", unknown);
    if (how == Open::ToRead || (isThere && !mayWriteFolderOf(path))) {
        options += ";QSQLITE_OPEN_READONLY";
        if (isThere && hasLog(path)) {
            const QByteArray escaped = QUrl::toPercentEncoding(QString::fromStdString(path), "/");
            connection.setDatabaseName("file:" + QString::fromLatin1(escaped) + "?immutable=1");
            options += ";QSQLITE_OPEN_URI";
        }
    }
}

QSqlDatabase openSqlite(const std::string& path, const QString& name, Open how)
{
    QSqlDatabase connection = QSqlDatabase::addDatabase("QSQLITE", name);
    connection.setDatabaseName(QString::fromStdString(path));
    QString options;
    openAsItIs(connection, path, how, options);
    connection.setConnectOptions(options);
    if (!connection.open()) {
        failToOpen(connection.lastError(), path);
    }
    TimeLimit::none().watch(sqliteHandle(connection));
    sqlite3_extended_result_codes(sqliteHandle(connection), 1);
    if (sqlite3_db_readonly(sqliteHandle(connection), "main") == 0) {
        pragma(connection, "PRAGMA journal_mode=WAL");
        pragma(connection, "PRAGMA synchronous=FULL");
    }
    pragma(connection, "PRAGMA foreign_keys=ON");
    pragma(connection, "PRAGMA trusted_schema=OFF");
    pragma(connection, "PRAGMA cache_size=-16384");
    return connection;
}

QSqlDatabase openPostgresql(const std::string& url, const QString& name)
{
    const QUrl parts(QString::fromStdString(url));
    const QUrlQuery options(parts);
    QSqlDatabase connection = QSqlDatabase::addDatabase("QPSQL", name);
    if (!connection.isValid()) {
        failToOpen(connection.lastError(),
                   "PostgreSQL (is the package libqt6sql6-psql installed?)");
    }
    const QString folder = options.queryItemValue("host", QUrl::FullyDecoded);
    connection.setHostName(folder.isEmpty() ? parts.host() : folder);
    const QString port = options.queryItemValue("port");
    connection.setPort(port.isEmpty() ? parts.port() : port.toInt());
    connection.setUserName(parts.userName(QUrl::FullyDecoded));
    connection.setPassword(parts.password(QUrl::FullyDecoded));
    connection.setDatabaseName(parts.path(QUrl::FullyDecoded).mid(1));
    connection.setConnectOptions("connect_timeout=10;application_name=giftbox");
    if (!connection.open()) {
        failToOpen(connection.lastError(), withoutPassword(url));
    }
    return connection;
}

// One query, which also tells whether one server holds all tables. Data is in memory, so a look-up costs no more than
// reading on, even in a table that is small when it is planned. Nothing is written outside a transaction, whose
// COMMIT PostgresSession makes durable. On one server, planning costs more than running these statements, so each is
// planned once (Citus cannot join that way), and COMMIT does not wait (the servers of Citus wait for theirs).
constexpr const char* kSetUp =
    "SELECT k.is_one_server, set_config('client_min_messages', 'error', false),"
    " set_config('random_page_cost', '1.1', false),"
    " set_config('default_transaction_read_only', 'on', false),"
    " CASE WHEN k.is_one_server THEN set_config('plan_cache_mode', 'force_generic_plan', false) "
    "END,"
    " CASE WHEN k.is_one_server THEN"
    " set_config('giftbox.synchronous_commit', current_setting('synchronous_commit'), false) END,"
    " CASE WHEN k.is_one_server THEN set_config('synchronous_commit', 'off', false) END"
    " FROM (SELECT NOT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus')"
    " AS is_one_server) k";

} // namespace

QSqlDatabase openFileToRead(const std::string& path)
{
    return openSqlite(path, newName(), Open::ToRead);
}

QSqlDatabase openPrivateFile()
{
    QSqlDatabase connection = openSqlite("", newName(), Open::ToWrite);
    pragma(connection, "PRAGMA synchronous=OFF");
    return connection;
}

QSqlDatabase openConnection(const std::string& url)
{
    const QString name = newName();
    if (engineOf(url) == Engine::Postgresql) {
        return openPostgresql(url, name);
    }
    makePrivateFile(url); // SQLite gives its log the same rights
    return openSqlite(url, name, Open::ToWrite);
}

std::string urlAt(const std::string& url, const std::string& host, std::int64_t port)
{
    QUrl there(QString::fromStdString(url));
    QUrlQuery options(there);
    options.removeQueryItem("host");
    options.removeQueryItem("port");
    const bool isFolder = host.starts_with('/');
    if (isFolder) {
        options.addQueryItem("host", QString::fromStdString(host));
        options.addQueryItem("port", QString::number(port));
    }
    there.setHost(isFolder ? QString("") : QString::fromStdString(host));
    there.setPort(isFolder ? -1 : static_cast<int>(port));
    there.setQuery(options);
    return there.toString(QUrl::FullyEncoded).toStdString();
}

PostgresKind setUpPostgresql(const QSqlDatabase& connection)
{
    QSqlQuery query(connection);
    if (!query.exec(kSetUp) || !query.next()) {
        failToOpen(query.lastError(), connection.databaseName().toStdString());
    }
    return query.value(0).toBool() ? PostgresKind::OneServer : PostgresKind::Citus;
}

sqlite3* sqliteHandle(const QSqlDatabase& connection)
{
    return *static_cast<sqlite3* const*>(connection.driver()->handle().constData());
}

pg_conn* postgresHandle(const QSqlDatabase& connection)
{
    return *static_cast<pg_conn* const*>(connection.driver()->handle().constData());
}

} // namespace giftbox::foundation
