#pragma once

#include "foundation/batch_reader.h"
#include "foundation/connection.h"
#include "foundation/postgres_session.h"
#include "foundation/statement.h"
#include "foundation/time_limit.h"
#include "foundation/writer_queue.h"

#include <map>
#include <memory>

class QSqlDatabase;

namespace giftbox::foundation {

/// What a Database is made of; for foundation's own files.
struct Database::Impl {
    Engine engine = Engine::Sqlite;
    std::string url;
    TimeLimit limit;
    std::chrono::milliseconds serverLimit{0}; // what the PostgreSQL server was told
    std::unique_ptr<QSqlDatabase> connection;
    std::optional<PostgresSession> session; // on PostgreSQL
    using Kept = std::map<std::string, std::unique_ptr<Statement>, std::less<>>;
    Kept statements;
    Kept ofOneRow; // on PostgreSQL: what a batch of one row runs; null when that takes arrays too
    std::int64_t sent = 0;
    WriterQueue* writers = nullptr;        // of a SQLite file that may be written
    std::optional<WriterQueue::Turn> turn; // while this connection writes
    std::vector<std::string> aside;        // tables that are written beside the file

    Impl();
    ~Impl();
    /// The driver's own, of SQLite.
    sqlite3* handle() const { return sqliteHandle(*connection); }

    std::unique_ptr<Statement> make(SqlText sql)
    {
        if (session) {
            return std::make_unique<PostgresStatement>(*session, std::move(sql));
        }
        return makeSqliteStatement(handle(), std::move(sql));
    }

    Statement& prepared(std::string_view name)
    {
        limit.require(std::string(name));
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

    void takeTurn(const std::string& what);

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

} // namespace giftbox::foundation
