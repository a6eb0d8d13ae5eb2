#pragma once

#include "foundation/database/batch.h"
#include "foundation/database/connection.h"
#include "foundation/database/open_file.h"
#include "foundation/database/session.h"
#include "foundation/database/time_limit.h"

namespace giftbox::foundation {

/// The parts of a Database, for the files of this folder only.
struct DatabaseConnection {
    std::string url;
    TimeLimit limit;
    std::chrono::milliseconds serverLimit{0}; // the limit set on the PostgreSQL server
    std::unique_ptr<Session> own;
    std::int64_t sent = 0;
    std::optional<OpenFile> file;          // for a writable SQLite file
    std::optional<WriterQueue::Turn> turn; // while this connection writes
    Session* active = nullptr;             // the file's writer during a turn, else our own
    std::vector<std::string> aside;        // tables written beside the file
    bool writesOwn = false; // while there are such tables, which the file's writer does not have

    DatabaseConnection(std::string at, Access access)
        : url(std::move(at)), own(std::make_unique<Session>(url, access)), active(own.get())
    {}

    ~DatabaseConnection();

    std::optional<PostgresSession>& session() { return active->postgres(); }

    Statement& prepared(std::string_view name)
    {
        limit.require(std::string(name));
        return active->prepared(name);
    }

    /// Runs the statement without waiting for the server's answer.
    std::int64_t runLater(Statement& statement)
    {
        if (session()) {
            static_cast<PostgresStatement&>(statement).runLater();
            return 0;
        }
        return run(statement);
    }

    /// From now on, everything goes through the file's writer, or our own connection if only that has the rows.
    void takeTurn(const std::string& what);
    void endTurn();
    void rollBack() noexcept;

    std::int64_t run(Statement& statement)
    {
        ++sent;
        return statement.run();
    }

    /// Runs the statement for the batch and hands the rows of each run to `visit`.
    template <class Run, class Visit>
    std::int64_t runBatch(std::string_view name, Binds binds, const Batch& batch, Run runOnce,
                          Visit visit)
    {
        if (batch.empty()) {
            return 0;
        }
        const BatchReader reader(batch);
        Statement* const ofOne =
            session() && batch.rows() == 1 ? active->preparedForOneRow(name) : nullptr;
        Statement& statement = ofOne == nullptr ? prepared(name) : *ofOne;
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

} // namespace giftbox::foundation
