#include "foundation/database.h"

#include "foundation/batch_reader.h"
#include "foundation/connection.h"
#include "foundation/statement.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <array>
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

/// Where a statement runs: through Qt row by row or whole, or through SQLite's own interface.
enum class Path { Ordinary, Streamed, Native };

struct Database::Impl {
    Engine engine = Engine::Sqlite;
    QSqlDatabase connection;
    std::array<std::map<std::string, std::unique_ptr<Statement>, std::less<>>, 3>
        statements; // by Path, then name
    std::int64_t sent = 0;

    ~Impl()
    {
        statements = {};
        const QString name = connection.connectionName();
        connection.close();
        connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
    }

    Statement& prepared(std::string_view name, Path path)
    {
        auto& kept = statements[static_cast<std::size_t>(path)];
        auto at = kept.find(name);
        if (at == kept.end()) {
            SqlText sql = loadSql(name, engine);
            ++sent;
            auto made = path == Path::Native
                            ? makeSqliteStatement(sqliteHandle(connection), std::move(sql))
                            : makeQtStatement(connection, std::move(sql),
                                              engine == Engine::Sqlite || path == Path::Streamed
                                                  ? Buffering::RowByRow
                                                  : Buffering::AllRows);
            at = kept.emplace(std::string(name), std::move(made)).first;
        }
        return *at->second;
    }

    std::int64_t run(Statement& statement)
    {
        ++sent;
        return statement.run();
    }

    /// Runs the statement for the batch, the rows of each run handed to `visit`.
    template <class Visit>
    std::int64_t runBatch(std::string_view name, std::initializer_list<Bind> binds,
                          const Batch& batch, Visit visit)
    {
        if (batch.empty()) {
            return 0;
        }
        const BatchReader reader(batch);
        Statement& statement =
            prepared(name, engine == Engine::Sqlite ? Path::Native : Path::Ordinary);
        const Rows reset(statement);
        statement.bindAll(binds, reader.columns().size());
        std::vector<std::size_t> at;
        for (const std::string& column : reader.columns()) {
            at.push_back(statement.placeholder(column));
        }
        std::int64_t changed = 0;
        if (engine == Engine::Postgresql) {
            for (std::size_t column = 0; column < at.size(); ++column) {
                const std::string literal = reader.arrayLiteral(column);
                statement.bind(at[column], std::string_view(literal));
            }
            changed = run(statement);
            visit(statement);
            return changed;
        }
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            for (std::size_t column = 0; column < at.size(); ++column) {
                statement.bind(at[column], reader.cell(row, column));
            }
            changed += run(statement);
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
    return Database(std::move(impl));
}

Engine Database::engine() const { return impl_->engine; }
std::int64_t Database::statementsSent() const { return impl_->sent; }

Rows Database::query(std::string_view sql, std::initializer_list<Bind> binds)
{
    Statement& statement = impl_->prepared(sql, Path::Ordinary);
    statement.bindAll(binds);
    impl_->run(statement);
    return Rows(statement);
}

Rows Database::stream(std::string_view sql, std::initializer_list<Bind> binds)
{
    Statement& statement =
        impl_->prepared(sql, impl_->engine == Engine::Sqlite ? Path::Native : Path::Streamed);
    statement.bindAll(binds);
    impl_->run(statement);
    return Rows(statement);
}

std::int64_t Database::execute(std::string_view sql, std::initializer_list<Bind> binds)
{
    Statement& statement = impl_->prepared(sql, Path::Ordinary);
    statement.bindAll(binds);
    const Rows reset(statement);
    return impl_->run(statement);
}

std::int64_t Database::executeForEach(std::string_view sql, std::initializer_list<Bind> binds,
                                      const Batch& batch)
{
    return impl_->runBatch(sql, binds, batch, [](Statement&) {});
}

void Database::queryForEach(std::string_view sql, std::initializer_list<Bind> binds,
                            const Batch& batch, const std::function<void(const Row&)>& visit)
{
    impl_->runBatch(sql, binds, batch, [&](Statement& statement) {
        while (statement.next()) {
            visit(Row(statement));
        }
    });
}

void Database::runText(const std::string& text, const std::string& what)
{
    QSqlQuery query(impl_->connection);
    ++impl_->sent;
    if (!query.exec(QString::fromStdString(text))) {
        throw DatabaseError(what, query.lastError().databaseText().toStdString(),
                            query.lastError().nativeErrorCode().toStdString());
    }
}

void Database::begin(Access access)
{
    if (impl_->engine == Engine::Postgresql) {
        runText(access == Access::Write ? "BEGIN"
                                        : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                "begin");
        return;
    }
    runText(access == Access::Write ? "BEGIN IMMEDIATE" : "BEGIN", "begin");
}

void Database::commit()
{
    // QPSQL reports success for a COMMIT that the server turned into a rollback, unless it is sent through the driver.
    if (impl_->engine == Engine::Sqlite) {
        runText("COMMIT", "commit");
        return;
    }
    ++impl_->sent;
    if (!impl_->connection.commit()) {
        const QSqlError error = impl_->connection.lastError();
        throw DatabaseError("commit",
                            "the server did not commit: " + error.databaseText().toStdString(),
                            error.nativeErrorCode().toStdString());
    }
}

void Database::rollback() noexcept
{
    try {
        runText("ROLLBACK", "rollback");
    } catch (const DatabaseError&) {
        // The engine has rolled back already, or the connection is gone and with it the transaction.
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
    const std::string sentence = sqlite3_errmsg(target);
    const int code = sqlite3_extended_errcode(target);
    sqlite3_close(target);
    if (result != SQLITE_DONE) {
        throw DatabaseError("backup", "cannot write " + path + ": " + sentence,
                            std::to_string(code));
    }
}

} // namespace giftbox::foundation
