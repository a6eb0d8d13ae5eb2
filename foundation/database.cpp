#include "foundation/database.h"

#include "foundation/backup_mark.h"
#include "foundation/batch_reader.h"
#include "foundation/connection.h"
#include "foundation/open_file.h"

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
    std::unique_ptr<Session> own;
    std::int64_t sent = 0;
    int longestWaitMs = kLongestWaitMs;
    std::optional<OpenFile> file;          // of a SQLite file that may be written
    std::optional<WriterQueue::Turn> turn; // while this connection writes
    Session* active = nullptr;             // the file's writer then, else our own

    Impl(const std::string& url, Engine kind, Access access)
        : engine(kind), own(std::make_unique<Session>(url, access)), active(own.get())
    {}

    ~Impl()
    {
        if (turn) {
            rollBack();
        }
        file.reset();
    }

    std::optional<PostgresSession>& session() { return active->postgres(); }

    /// Runs the statement without waiting for the server to answer.
    std::int64_t runLater(Statement& statement)
    {
        if (session()) {
            static_cast<PostgresStatement&>(statement).runLater();
            return 0;
        }
        return run(statement);
    }

    /// From now on everything goes through the file's writer.
    void takeTurn(const std::string& what)
    {
        if (!file) {
            return;
        }
        turn.emplace(file->writers(), std::chrono::milliseconds(longestWaitMs));
        if (!turn->isMine()) {
            turn.reset();
            throw DatabaseError(what, "database is locked", std::to_string(SQLITE_BUSY));
        }
        try {
            active = &file->writer();
        } catch (...) {
            turn.reset();
            throw;
        }
    }

    void endTurn()
    {
        active = own.get();
        turn.reset();
    }

    void rollBack() noexcept
    {
        // Where it fails, the engine has rolled back already, or the connection is gone and with it the transaction.
        sqlite3_exec(active->sqlite(), "ROLLBACK", nullptr, nullptr, nullptr);
        if (active != own.get() && sqlite3_get_autocommit(active->sqlite()) == 0) {
            file->dropWriter();
        }
        endTurn();
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
        Statement* const ofOne =
            session() && batch.rows() == 1 ? active->preparedForOneRow(name) : nullptr;
        Statement& statement = ofOne == nullptr ? active->prepared(name) : *ofOne;
        const Rows reset(statement);
        statement.bindAll(binds, reader.columns().size());
        std::vector<std::size_t> at;
        for (const std::string& column : reader.columns()) {
            at.push_back(statement.placeholder(column));
        }
        std::int64_t changed = 0;
        if (session() && ofOne == nullptr) {
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
    const Engine engine = engineOf(url);
    if (engine == Engine::Sqlite) {
        OpenFile::requireSame(url);
    }
    auto impl = std::make_unique<Impl>(url, engine, Access::Write);
    if (engine == Engine::Sqlite) {
        impl->file.emplace(url, *impl->own);
    }
    return Database(std::move(impl));
}

Database Database::openToRead(const std::string& path)
{
    return Database(std::make_unique<Impl>(path, Engine::Sqlite, Access::Read));
}

Engine Database::engine() const { return impl_->engine; }

void Database::requireSameFile() const
{
    if (impl_->file) {
        impl_->file->requireSame();
    }
}

bool Database::isOnOneServer() const
{
    return impl_->session() && impl_->session()->kind() == PostgresKind::OneServer;
}

std::int64_t Database::statementsSent() const
{
    return impl_->session() ? impl_->session()->statementsSent() : impl_->sent;
}

Rows Database::query(std::string_view sql, std::initializer_list<Bind> binds)
{
    Statement& statement = impl_->active->prepared(sql);
    statement.bindAll(binds);
    impl_->run(statement);
    return Rows(statement);
}

Rows Database::stream(std::string_view sql, std::initializer_list<Bind> binds)
{
    Statement& statement = impl_->active->prepared(sql);
    statement.bindAll(binds);
    if (impl_->session()) {
        static_cast<PostgresStatement&>(statement).stream();
    } else {
        impl_->run(statement);
    }
    return Rows(statement);
}

void Database::execute(std::string_view sql, std::span<const Bind> binds)
{
    Statement& statement = impl_->active->prepared(sql);
    statement.bindAll(binds);
    impl_->runLater(statement);
    if (!impl_->session()) {
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

void Database::visitLater(std::string_view sql, std::initializer_list<Bind> binds,
                          std::function<void(const Row&)> visit)
{
    if (!impl_->session()) {
        for (Rows rows = query(sql, binds); rows.next();) {
            visit(rows.row());
        }
        return;
    }
    Statement& statement = impl_->active->prepared(sql);
    statement.bindAll(binds);
    static_cast<PostgresStatement&>(statement).runLater(visit);
}

void Database::settle()
{
    if (impl_->session()) {
        impl_->session()->flush();
    }
}

std::vector<std::string> Database::placeholders(std::string_view sql)
{
    return impl_->active->prepared(sql).sql().placeholders;
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
        throw DatabaseError(what, sentence, std::to_string(sqlite3_extended_errcode(handle)));
    }
}

void Database::begin(Access access)
{
    if (impl_->session()) {
        impl_->session()->begin(access);
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
        impl_->endTurn();
        throw;
    }
}

std::chrono::milliseconds Database::waitForWriters(std::chrono::milliseconds longest)
{
    const int before = std::exchange(impl_->longestWaitMs, static_cast<int>(longest.count()));
    if (!impl_->session()) {
        waitForOthers(impl_->own->sqlite(), &impl_->longestWaitMs);
    }
    return std::chrono::milliseconds(before);
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
        // The connection is gone and with it the transaction.
    }
}

void Database::endLog()
{
    runText("PRAGMA journal_mode=DELETE", "log");
    impl_->file->forgetLog();
}

void Database::forgetRemoved()
{
    if (engine() == Engine::Sqlite) {
        const WriterQueue::Turn turn(impl_->file->writers(),
                                     std::chrono::milliseconds(kLongestWaitMs));
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
        result == SQLITE_OK ? sqlite3_backup_init(target, "main", impl_->active->sqlite(), "main")
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
