#pragma once

#include "foundation/database/database_error.h"
#include "foundation/database/rows.h"
#include "foundation/database/statement.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct pg_conn;
struct pg_result;

namespace giftbox::foundation {

/// Whether one PostgreSQL server holds all tables, or Citus spreads them over several.
enum class PostgresKind { OneServer, Citus };

struct FreePostgresResult {
    void operator()(pg_result* result) const;
};
using PostgresResult = std::unique_ptr<pg_result, FreePostgresResult>;

/// A statement's text and the name under which the server has prepared it; empty until then.
struct PostgresText {
    std::string text;
    std::string file; ///< named in its errors
    std::string preparedAs;
    bool isKept = true; ///< whether it is worth preparing
};

/// Talks to one PostgreSQL server through libpq's pipeline, on a connection opened by Qt's driver and used by this
/// alone. Statements without an awaited result are queued and sent with the next awaited one, so that a transaction
/// takes one round trip per read and one for all its writes.
class PostgresSession {
public:
    PostgresSession(pg_conn* connection, PostgresKind kind);

    using Arguments = std::vector<std::optional<std::string>>;
    using Take = std::function<void(PostgresResult)>;

    /// Queues a statement; `take` gets its result. `text` must live until it is sent.
    void queue(PostgresText& text, Arguments arguments = {}, Take take = {});
    /// Sends the queue and waits for it. Throws DatabaseError.
    void flush();
    void begin(Access access);
    /// Sends the queue with the COMMIT, and returns once it is as durable as the server is set to make it. A single
    /// server releases its locks before the log is on disk, so waiting transactions continue and several syncs become
    /// one. Throws DatabaseError, also if an earlier statement failed.
    void commit();
    void rollback();

    /// Sends the queue, then a statement whose rows arrive one by one. Throws DatabaseError.
    void stream(PostgresText& text, const Arguments& arguments);
    /// The next row of the stream; nothing at its end. Throws DatabaseError.
    PostgresResult nextOfStream();
    /// Skips the unread rows of the stream, if any.
    void endStream() noexcept;

    std::int64_t statementsSent() const { return sent_; }
    PostgresKind kind() const { return kind_; }

private:
    struct Queued {
        PostgresText* text;
        Arguments arguments;
        Take take;
    };

    bool prepare(PostgresText& text);
    void call(const PostgresText& text, const Arguments& arguments);
    PostgresResult await(const std::string& file, std::optional<DatabaseError>& error);
    DatabaseError errorOf(const PostgresResult& result, const std::string& file) const;
    void require(bool done, const std::string& file) const;

    pg_conn* connection_;
    PostgresKind kind_;
    Access access_ = Access::Read; ///< of the last transaction begun
    std::vector<Queued> queue_;
    std::int64_t sent_ = 0;
    std::int64_t names_ = 0;
    PostgresText begin_;
    PostgresText beginReading_;
    PostgresText commit_;
    PostgresText sync_;
    PostgresText rollback_;
    const PostgresText* streaming_ = nullptr; ///< the unfinished stream
};

/// A statement of the session, prepared when first sent.
class PostgresStatement final : public Statement {
public:
    PostgresStatement(PostgresSession& session, SqlText sql);

    void bind(std::size_t placeholder, const Value& value) override;
    std::int64_t run() override;
    /// Like run, but without waiting for the result; its rows are visited when they arrive.
    void runLater(const std::function<void(const Row&)>& visit = {});
    /// Like run, but without collecting the rows first: no other statement may run until the last row is read.
    void stream();
    bool next() override;
    bool isNull(int column) const override;
    std::int64_t integer(int column) const override;
    std::string_view text(int column) const override;
    void reset() override;

private:
    void take(PostgresResult result);

    PostgresSession& session_;
    PostgresText text_;
    PostgresSession::Arguments arguments_;
    PostgresResult result_;
    int row_ = -1;
    bool streams_ = false;
};

} // namespace giftbox::foundation
