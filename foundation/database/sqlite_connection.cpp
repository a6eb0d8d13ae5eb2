#include "foundation/database/sqlite_connection.h"

#include <sqlite3.h>

namespace giftbox::foundation {

SqliteConnection::~SqliteConnection()
{
    if (turn) {
        rollback();
    }
    file.reset();
}

std::int64_t SqliteConnection::run(Statement& statement)
{
    ++sent;
    return statement.run();
}

void SqliteConnection::runLater(Statement& statement)
{
    run(statement);
    statement.reset();
}

void SqliteConnection::visitLater(Statement& statement, const Visit& visit)
{
    run(statement);
    for (Rows rows(statement); rows.next();) {
        visit(rows.row());
    }
}

void SqliteConnection::runText(const std::string& text, const std::string& what)
{
    ++sent;
    char* message = nullptr;
    const auto handle = active->sqlite();
    if (sqlite3_exec(handle, text.c_str(), nullptr, nullptr, &message) != SQLITE_OK) {
        const std::string sentence = message == nullptr ? "" : message;
        sqlite3_free(message);
        if (sqlite3_extended_errcode(handle) == SQLITE_CONSTRAINT_COMMITHOOK) {
            OpenFile::refuse(sqlite3_db_filename(handle, "main"));
        }
        limit.require(what);
        throw DatabaseError(what, sentence, std::to_string(sqlite3_extended_errcode(handle)));
    }
}

void SqliteConnection::begin(Access access)
{
    if (access == Access::Read || !aside.empty()) {
        runText("BEGIN", "begin");
        return;
    }
    takeTurn("begin");
    try {
        runText("BEGIN IMMEDIATE", "begin");
    } catch (...) {
        endTurn();
        throw;
    }
}

void SqliteConnection::commit()
{
    runText("COMMIT", "commit");
    endTurn();
}

void SqliteConnection::rollback() noexcept
{
    ++sent;
    // If it fails, the engine has already rolled back, or the connection is gone together with the transaction.
    sqlite3_exec(active->sqlite(), "ROLLBACK", nullptr, nullptr, nullptr);
    if (active != own.get() && sqlite3_get_autocommit(active->sqlite()) == 0) {
        active = own.get();
        file->dropWriter();
    }
    endTurn();
}

void SqliteConnection::takeTurn(const std::string& what)
{
    if (!file) {
        return;
    }
    turn.emplace(file->writers(), limit.longestWait());
    if (!turn->isMine()) {
        turn.reset();
        limit.require(what);
        throw DatabaseError(what, "database is locked", std::to_string(SQLITE_BUSY));
    }
    if (writesOwn) {
        return;
    }
    try {
        active = &file->writer();
    } catch (...) {
        turn.reset();
        throw;
    }
    limit.watch(active->sqlite());
}

void SqliteConnection::endTurn()
{
    if (active != own.get()) {
        TimeLimit::none().watch(active->sqlite());
    }
    active = own.get();
    turn.reset();
}

SqliteConnection* sqliteOf(DatabaseConnection& connection)
{
    return dynamic_cast<SqliteConnection*>(&connection);
}

} // namespace giftbox::foundation
