#include "foundation/database/database.h"

#include "foundation/database/database_connection.h"
#include "foundation/database/database_url.h"

#include <sqlite3.h>

namespace giftbox::foundation {

DatabaseConnection::~DatabaseConnection()
{
    if (turn) {
        rollBack();
    }
    file.reset();
}

void DatabaseConnection::takeTurn(const std::string& what)
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

void DatabaseConnection::endTurn()
{
    if (active != own.get()) {
        TimeLimit::none().watch(active->sqlite());
    }
    active = own.get();
    turn.reset();
}

void DatabaseConnection::rollBack() noexcept
{
    // If it fails, the engine has already rolled back, or the connection is gone together with the transaction.
    sqlite3_exec(active->sqlite(), "ROLLBACK", nullptr, nullptr, nullptr);
    if (active != own.get() && sqlite3_get_autocommit(active->sqlite()) == 0) {
        active = own.get();
        file->dropWriter();
    }
    endTurn();
}

Reader::Reader(std::unique_ptr<DatabaseConnection> impl) : impl_(std::move(impl)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Database::Database(std::unique_ptr<DatabaseConnection> impl) : Reader(std::move(impl)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Database Database::open(const std::string& url)
{
    const Engine engine = engineOf(url);
    if (engine == Engine::Sqlite) {
        OpenFile::requireSame(url);
    }
    auto impl = std::make_unique<DatabaseConnection>(url, Access::Write);
    if (engine == Engine::Sqlite) {
        impl->file.emplace(url, *impl->own);
        impl->limit.watch(impl->own->sqlite());
    }
    return Database(std::move(impl));
}

Database Database::openToRead(const std::string& path)
{
    return Database(std::make_unique<DatabaseConnection>(path, Access::Read));
}

Engine Database::engine() const { return impl_->session() ? Engine::Postgresql : Engine::Sqlite; }

void Database::requireSameFile() const
{
    if (impl_->file) {
        impl_->file->requireSame();
    }
}

const std::string& Database::url() const { return impl_->url; }

bool Database::isOnOneServer() const
{
    return impl_->session() && impl_->session()->kind() == PostgresKind::OneServer;
}

std::int64_t Database::statementsSent() const
{
    return impl_->session() ? impl_->session()->statementsSent() : impl_->sent;
}

Rows Reader::query(std::string_view sql, Binds binds)
{
    Statement& statement = impl_->prepared(sql);
    statement.bindAll(binds);
    impl_->run(statement);
    return Rows(statement);
}

Rows Reader::stream(std::string_view sql, Binds binds)
{
    Statement& statement = impl_->prepared(sql);
    statement.bindAll(binds);
    if (impl_->session()) {
        static_cast<PostgresStatement&>(statement).stream();
    } else {
        impl_->run(statement);
    }
    return Rows(statement);
}

void Database::execute(std::string_view sql, Binds binds)
{
    Statement& statement = impl_->prepared(sql);
    statement.bindAll(binds);
    impl_->runLater(statement);
    if (!impl_->session()) {
        statement.reset();
    }
}

void Database::executeForEach(std::string_view sql, Binds binds, const Batch& batch)
{
    impl_->runBatch(
        sql, binds, batch, [this](Statement& statement) { return impl_->runLater(statement); },
        [](Statement&) {});
}

std::int64_t Database::countForEach(std::string_view sql, Binds binds, const Batch& batch)
{
    return impl_->runBatch(
        sql, binds, batch, [this](Statement& statement) { return impl_->run(statement); },
        [](Statement&) {});
}

void Reader::queryForEach(std::string_view sql, Binds binds, const Batch& batch,
                          const std::function<void(const Row&)>& visit)
{
    impl_->runBatch(
        sql, binds, batch, [this](Statement& statement) { return impl_->run(statement); },
        [&](Statement& statement) {
            while (statement.next()) {
                visit(Row(statement));
            }
        });
}

void Reader::visitLater(std::string_view sql, Binds binds, const Batch& batch,
                        std::function<void(const Row&)> visit)
{
    if (!impl_->session()) {
        queryForEach(sql, binds, batch, visit);
        return;
    }
    impl_->runBatch(
        sql, binds, batch,
        [&](Statement& statement) {
            static_cast<PostgresStatement&>(statement).runLater(visit);
            return 0;
        },
        [](Statement&) {});
}

void Reader::visitLater(std::string_view sql, Binds binds, std::function<void(const Row&)> visit)
{
    if (!impl_->session()) {
        for (Rows rows = query(sql, binds); rows.next();) {
            visit(rows.row());
        }
        return;
    }
    Statement& statement = impl_->prepared(sql);
    statement.bindAll(binds);
    static_cast<PostgresStatement&>(statement).runLater(visit);
}

void Reader::keep(const SqlText& sql) { impl_->active->keep(sql); }

void Reader::settle()
{
    if (impl_->session()) {
        impl_->session()->flush();
    }
}

void Database::runText(const std::string& text, const std::string& what)
{
    if (impl_->session()) {
        PostgresText once{text, what, {}, false};
        impl_->session()->queue(once);
        impl_->session()->flush();
        return;
    }
    ++impl_->sent;
    char* message = nullptr;
    const auto handle = impl_->active->sqlite();
    if (sqlite3_exec(handle, text.c_str(), nullptr, nullptr, &message) != SQLITE_OK) {
        const std::string sentence = message == nullptr ? "" : message;
        sqlite3_free(message);
        if (sqlite3_extended_errcode(handle) == SQLITE_CONSTRAINT_COMMITHOOK) {
            OpenFile::refuse(sqlite3_db_filename(handle, "main"));
        }
        impl_->limit.require(what);
        throw DatabaseError(what, sentence, std::to_string(sqlite3_extended_errcode(handle)));
    }
}

void Database::limitTime(std::chrono::milliseconds most)
{
    if (impl_->session() && impl_->serverLimit != most) {
        runText("SET statement_timeout = " + std::to_string(most.count()), "time limit");
        impl_->serverLimit = most;
    }
    impl_->limit.endIn(most);
}

std::chrono::milliseconds Database::waitForWriters(std::chrono::milliseconds longest)
{
    return impl_->limit.waitAtMost(longest);
}

void Database::begin(Access access)
{
    impl_->limit.require("begin");
    if (impl_->session()) {
        impl_->session()->begin(access);
        return;
    }
    if (access == Access::Read || !impl_->aside.empty()) {
        runText("BEGIN", "begin");
        return;
    }
    impl_->takeTurn("begin");
    try {
        runText("BEGIN IMMEDIATE", "begin");
    } catch (...) {
        impl_->endTurn();
        throw;
    }
}

void Database::commit()
{
    if (impl_->session()) {
        impl_->session()->commit();
    } else {
        runText("COMMIT", "commit");
        impl_->endTurn();
    }
}

void Database::rollback() noexcept
{
    if (!impl_->session()) {
        ++impl_->sent;
        return impl_->rollBack();
    }
    try {
        impl_->session()->rollback();
    } catch (const DatabaseError&) {
        // The connection is gone together with the transaction.
    }
}

void Database::endLog()
{
    runText("PRAGMA journal_mode=DELETE", "log");
    impl_->file->forgetLog();
}

} // namespace giftbox::foundation
