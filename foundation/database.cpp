#include "foundation/database.h"

#include "foundation/database_connection.h"

#include <QSqlDatabase>

#include <charconv>
#include <sqlite3.h>

namespace giftbox::foundation {

DatabaseError::DatabaseError(std::string sqlFile, const std::string& sentence,
                             std::string nativeCode)
    : std::runtime_error(sentence), sqlFile_(std::move(sqlFile)), nativeCode_(std::move(nativeCode))
{}

bool DatabaseError::isUnwritable() const
{
    int code = 0;
    const char* const end = nativeCode_.data() + nativeCode_.size();
    const auto read = std::from_chars(nativeCode_.data(), end, code);
    constexpr int kExtended = 256;
    const int primary = read.ptr == end ? code % kExtended : 0;
    return primary == SQLITE_BUSY || primary == SQLITE_READONLY || primary == SQLITE_IOERR ||
           primary == SQLITE_FULL;
}

bool Row::isNull(int column) const { return statement_->isNull(column); }
std::int64_t Row::integer(int column) const { return statement_->integer(column); }
std::string_view Row::text(int column) const { return statement_->text(column); }
std::optional<std::int64_t> Row::maybeInteger(int column) const
{
    return statement_->isNull(column) ? std::nullopt : std::optional(statement_->integer(column));
}

Rows::~Rows()
{
    if (statement_ != nullptr) {
        statement_->reset();
    }
}
bool Rows::next() { return statement_->next(); }

Database::Impl::Impl() = default;

Database::Impl::~Impl()
{
    statements.clear();
    ofOneRow.clear();
    session.reset();
    if (connection) {
        const QString name = connection->connectionName();
        connection->close();
        connection.reset();
        QSqlDatabase::removeDatabase(name);
    }
}

void Database::Impl::takeTurn(const std::string& what)
{
    if (writers == nullptr) {
        return;
    }
    turn.emplace(*writers, limit.longestWait());
    if (!turn->isMine()) {
        turn.reset();
        limit.require(what);
        throw DatabaseError(what, "database is locked", std::to_string(SQLITE_BUSY));
    }
}

Database::Database(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Database Database::open(const std::string& url)
{
    auto impl = std::make_unique<Impl>();
    impl->engine = engineOf(url);
    impl->url = url;
    impl->connection = std::make_unique<QSqlDatabase>(openConnection(url));
    if (impl->engine == Engine::Postgresql) {
        const PostgresKind kind = setUpPostgresql(*impl->connection);
        impl->session.emplace(postgresHandle(*impl->connection), kind);
    } else {
        impl->writers = &WriterQueue::of(url);
        impl->limit.watch(impl->handle());
    }
    return Database(std::move(impl));
}

Database Database::openToRead(const std::string& path)
{
    auto impl = std::make_unique<Impl>();
    impl->url = path;
    impl->connection = std::make_unique<QSqlDatabase>(openFileToRead(path));
    return Database(std::move(impl));
}

Engine Database::engine() const { return impl_->engine; }

const std::string& Database::url() const { return impl_->url; }

bool Database::isOnOneServer() const
{
    return impl_->session && impl_->session->kind() == PostgresKind::OneServer;
}

std::int64_t Database::statementsSent() const
{
    return impl_->session ? impl_->session->statementsSent() : impl_->sent;
}

Rows Database::query(std::string_view sql, std::initializer_list<Bind> binds)
{
    Statement& statement = impl_->prepared(sql);
    statement.bindAll(binds);
    impl_->run(statement);
    return Rows(statement);
}

Rows Database::stream(std::string_view sql, std::initializer_list<Bind> binds)
{
    Statement& statement = impl_->prepared(sql);
    statement.bindAll(binds);
    if (impl_->session) {
        static_cast<PostgresStatement&>(statement).stream();
    } else {
        impl_->run(statement);
    }
    return Rows(statement);
}

void Database::execute(std::string_view sql, std::span<const Bind> binds)
{
    Statement& statement = impl_->prepared(sql);
    statement.bindAll(binds);
    impl_->runLater(statement);
    if (!impl_->session) {
        statement.reset();
    }
}

void Database::executeForEach(std::string_view sql, std::initializer_list<Bind> binds,
                              const Batch& batch)
{
    impl_->runBatch(
        sql, binds, batch, [this](Statement& statement) { return impl_->runLater(statement); },
        [](Statement&) {});
}

std::int64_t Database::countForEach(std::string_view sql, std::initializer_list<Bind> binds,
                                    const Batch& batch)
{
    return impl_->runBatch(
        sql, binds, batch, [this](Statement& statement) { return impl_->run(statement); },
        [](Statement&) {});
}

void Database::queryForEach(std::string_view sql, std::initializer_list<Bind> binds,
                            const Batch& batch, const std::function<void(const Row&)>& visit)
{
    impl_->runBatch(
        sql, binds, batch, [this](Statement& statement) { return impl_->run(statement); },
        [&](Statement& statement) {
            while (statement.next()) {
                visit(Row(statement));
            }
        });
}

void Database::visitLater(std::string_view sql, std::initializer_list<Bind> binds,
                          const Batch& batch, std::function<void(const Row&)> visit)
{
    if (!impl_->session) {
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

void Database::visitLater(std::string_view sql, std::initializer_list<Bind> binds,
                          std::function<void(const Row&)> visit)
{
    if (!impl_->session) {
        for (Rows rows = query(sql, binds); rows.next();) {
            visit(rows.row());
        }
        return;
    }
    Statement& statement = impl_->prepared(sql);
    statement.bindAll(binds);
    static_cast<PostgresStatement&>(statement).runLater(visit);
}

void Database::settle()
{
    if (impl_->session) {
        impl_->session->flush();
    }
}

std::vector<std::string> Database::placeholders(std::string_view sql)
{
    return impl_->prepared(sql).sql().placeholders;
}

void Database::runText(const std::string& text, const std::string& what)
{
    if (impl_->session) {
        PostgresText once{text, what, {}, false};
        impl_->session->queue(once);
        impl_->session->flush();
        return;
    }
    ++impl_->sent;
    char* message = nullptr;
    const auto handle = impl_->handle();
    if (sqlite3_exec(handle, text.c_str(), nullptr, nullptr, &message) != SQLITE_OK) {
        const std::string sentence = message == nullptr ? "" : message;
        sqlite3_free(message);
        impl_->limit.require(what);
        throw DatabaseError(what, sentence, std::to_string(sqlite3_extended_errcode(handle)));
    }
}

void Database::limitTime(std::chrono::milliseconds most)
{
    if (impl_->session && impl_->serverLimit != most) {
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
    if (impl_->session) {
        impl_->session->begin(access);
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
        impl_->turn.reset();
        throw;
    }
}

void Database::commit()
{
    if (impl_->session) {
        impl_->session->commit();
    } else {
        runText("COMMIT", "commit");
        impl_->turn.reset();
    }
}

void Database::rollback() noexcept
{
    try {
        if (impl_->session) {
            impl_->session->rollback();
        } else {
            runText("ROLLBACK", "rollback");
        }
    } catch (const DatabaseError&) {
        // The engine has rolled back already, or the connection is gone and with it the
        // transaction.
    }
    impl_->turn.reset();
}

} // namespace giftbox::foundation
