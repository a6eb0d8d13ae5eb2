#include "foundation/database.h"

#include "foundation/backup_mark.h"
#include "foundation/batch_reader.h"
#include "foundation/connection.h"
#include "foundation/postgres_session.h"
#include "foundation/statement.h"
#include "foundation/writer_queue.h"

#include <QSqlDatabase>

#include <map>
#include <sqlite3.h>

namespace giftbox::foundation {

DatabaseError::DatabaseError(std::string sqlFile, const std::string& sentence,
                             std::string nativeCode)
    : std::runtime_error(sentence), sqlFile_(std::move(sqlFile)), nativeCode_(std::move(nativeCode))
{}

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

struct Database::Impl {
    Engine engine = Engine::Sqlite;
    QSqlDatabase connection;
    std::optional<PostgresSession> session; // on PostgreSQL
    using Kept = std::map<std::string, std::unique_ptr<Statement>, std::less<>>;
    Kept statements;
    Kept ofOneRow; // on PostgreSQL: what a batch of one row runs; null when that takes arrays too
    std::int64_t sent = 0;
    int longestWaitMs = kLongestWaitMs;
    WriterQueue* writers = nullptr;        // of a SQLite file that may be written
    std::optional<WriterQueue::Turn> turn; // while this connection writes

    ~Impl()
    {
        statements.clear();
        ofOneRow.clear();
        session.reset();
        const QString name = connection.connectionName();
        connection.close();
        connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
    }

    std::unique_ptr<Statement> make(SqlText sql)
    {
        if (session) {
            return std::make_unique<PostgresStatement>(*session, std::move(sql));
        }
        return makeSqliteStatement(sqliteHandle(connection), std::move(sql));
    }

    Statement& prepared(std::string_view name)
    {
        auto at = statements.find(name);
        if (at == statements.end()) {
            at = statements.emplace(std::string(name), make(loadSql(name, engine))).first;
        }
        return *at->second;
    }

    Statement* preparedForOneRow(std::string_view name)
    {
        auto at = ofOneRow.find(name);
        if (at == ofOneRow.end()) {
            std::optional<SqlText> sql = loadRowSql(name);
            at = ofOneRow.emplace(std::string(name), sql ? make(std::move(*sql)) : nullptr).first;
        }
        return at->second.get();
    }

    /// Runs the statement without waiting for the server to answer.
    std::int64_t runLater(Statement& statement)
    {
        if (session) {
            static_cast<PostgresStatement&>(statement).runLater();
            return 0;
        }
        return run(statement);
    }

    void takeTurn(const std::string& what)
    {
        if (writers == nullptr) {
            return;
        }
        turn.emplace(*writers, std::chrono::milliseconds(longestWaitMs));
        if (!turn->isMine()) {
            turn.reset();
            throw DatabaseError(what, "database is locked", std::to_string(SQLITE_BUSY));
        }
    }

    std::int64_t run(Statement& statement)
    {
        ++sent;
        return statement.run();
    }

    /// Runs the statement for the batch, the rows of each run handed to `visit`.
    template <class Run, class Visit>
    std::int64_t runBatch(std::string_view name, std::initializer_list<Bind> binds,
                          const Batch& batch, Run runOnce, Visit visit)
    {
        if (batch.empty()) {
            return 0;
        }
        const BatchReader reader(batch);
        Statement* const ofOne = session && batch.rows() == 1 ? preparedForOneRow(name) : nullptr;
        Statement& statement = ofOne == nullptr ? prepared(name) : *ofOne;
        const Rows reset(statement);
        statement.bindAll(binds, reader.columns().size());
        std::vector<std::size_t> at;
        for (const std::string& column : reader.columns()) {
            at.push_back(statement.placeholder(column));
        }
        std::int64_t changed = 0;
        if (session && ofOne == nullptr) {
            for (std::size_t column = 0; column < at.size(); ++column) {
                const std::string literal = reader.arrayLiteral(column);
                statement.bind(at[column], std::string_view(literal));
            }
            changed = runOnce(statement);
            visit(statement);
            return changed;
        }
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            for (std::size_t column = 0; column < at.size(); ++column) {
                statement.bind(at[column], reader.cell(row, column));
            }
            changed += runOnce(statement);
            visit(statement);
            statement.reset();
        }
        return changed;
    }
};

Database::Database(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Database Database::open(const std::string& url)
{
    auto impl = std::make_unique<Impl>();
    impl->engine = engineOf(url);
    impl->connection = openConnection(url);
    if (impl->engine == Engine::Postgresql) {
        const PostgresKind kind = setUpPostgresql(impl->connection);
        impl->session.emplace(postgresHandle(impl->connection), kind);
    } else {
        impl->writers = &WriterQueue::of(url);
    }
    return Database(std::move(impl));
}

Database Database::openToRead(const std::string& path)
{
    auto impl = std::make_unique<Impl>();
    impl->connection = openFileToRead(path);
    return Database(std::move(impl));
}

Engine Database::engine() const { return impl_->engine; }

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
    const auto handle = sqliteHandle(impl_->connection);
    if (sqlite3_exec(handle, text.c_str(), nullptr, nullptr, &message) != SQLITE_OK) {
        const std::string sentence = message == nullptr ? "" : message;
        sqlite3_free(message);
        throw DatabaseError(what, sentence, std::to_string(sqlite3_extended_errcode(handle)));
    }
}

void Database::begin(Access access)
{
    if (impl_->session) {
        impl_->session->begin(access);
        return;
    }
    if (access == Access::Read) {
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

std::chrono::milliseconds Database::waitForWriters(std::chrono::milliseconds longest)
{
    const int before = std::exchange(impl_->longestWaitMs, static_cast<int>(longest.count()));
    if (!impl_->session) {
        waitForOthers(sqliteHandle(impl_->connection), &impl_->longestWaitMs);
    }
    return std::chrono::milliseconds(before);
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

void Database::forgetRemoved()
{
    if (engine() == Engine::Sqlite) {
        const WriterQueue::Turn turn(*impl_->writers, std::chrono::milliseconds(kLongestWaitMs));
        runText("VACUUM", "vacuum");
        runText("PRAGMA wal_checkpoint(TRUNCATE)", "vacuum");
    }
}

void Database::backupTo(const std::string& path,
                        const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    constexpr int kPagesAStep = 4096;
    sqlite3* target = nullptr;
    int result = sqlite3_open(path.c_str(), &target);
    sqlite3_backup* backup =
        result == SQLITE_OK
            ? sqlite3_backup_init(target, "main", sqliteHandle(impl_->connection), "main")
            : nullptr;
    while (backup != nullptr) {
        result = sqlite3_backup_step(backup, kPagesAStep);
        progress(sqlite3_backup_pagecount(backup) - sqlite3_backup_remaining(backup),
                 sqlite3_backup_pagecount(backup));
        if (result == SQLITE_BUSY || result == SQLITE_LOCKED) {
            sqlite3_sleep(20);
        } else if (result != SQLITE_OK) {
            break;
        }
    }
    sqlite3_backup_finish(backup);
    // So that it is read without a file beside it.
    const std::string ending = std::string("PRAGMA journal_mode=DELETE;") + kMarkAsBackup;
    if (result == SQLITE_DONE &&
        sqlite3_exec(target, ending.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        result = SQLITE_ERROR;
    }
    const std::string sentence = sqlite3_errmsg(target);
    const int code = sqlite3_extended_errcode(target);
    sqlite3_close(target);
    if (result != SQLITE_DONE) {
        throw DatabaseError("backup", "cannot write " + path + ": " + sentence,
                            std::to_string(code));
    }
}

} // namespace giftbox::foundation
