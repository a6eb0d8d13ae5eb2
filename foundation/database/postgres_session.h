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

/// A statement's text, and the name under which the server has it prepared; empty until it has.
struct PostgresText {
    std::string text;
    std::string file; ///< what an error of it is said to be about
    std::string preparedAs;
    bool isKept = true; ///< whether it is worth preparing
};

/// The conversation with one PostgreSQL server through libpq's pipeline, on the connection that Qt's driver has opened and that this has to
/// itself. Statements whose result nobody waits for are kept back and travel with the next one that is awaited, so that a transaction takes a
/// round trip for each thing it reads and one for all that it writes.
class PostgresSession {
public:
    PostgresSession(pg_conn* connection, PostgresKind kind);

    using Arguments = std::vector<std::optional<std::string>>;
    using Take = std::function<void(PostgresResult)>;

    /// Keeps a statement back; `take` gets its result. `text` must live until it was sent.
    void queue(PostgresText& text, Arguments arguments = {}, Take take = {});
    /// Sends what was kept back and awaits it. Throws DatabaseError.
    void flush();
    void begin(Access access);
    /// Sends what was kept back with the COMMIT, and returns when it is as durable as the server is set to make it. On one server its locks are
    /// given up before the log is on the disk: who waits for them goes on, and syncs of several are one. Throws DatabaseError, also when a
    /// statement failed before.
    void commit();
    void rollback();

    /// Sends what was kept back, then a statement whose rows come one by one. Throws DatabaseError.
    void stream(PostgresText& text, const Arguments& arguments);
    /// The next row of the stream; nothing when it has ended. Throws DatabaseError.
    PostgresResult nextOfStream();
    /// Passes over the rows of the stream that were not read, if there are any.
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
    Access access_ = Access::Read; ///< of the transaction that was begun last
    std::vector<Queued> queue_;
    std::int64_t sent_ = 0;
    std::int64_t names_ = 0;
    PostgresText begin_;
    PostgresText beginReading_;
    PostgresText commit_;
    PostgresText sync_;
    PostgresText rollback_;
    const PostgresText* streaming_ = nullptr; ///< the stream that has not ended
};

/// A statement of the session, prepared when it is first sent.
class PostgresStatement final : public Statement {
public:
    PostgresStatement(PostgresSession& session, SqlText sql);

    void bind(std::size_t placeholder, const Value& value) override;
    std::int64_t run() override;
    /// As run, but the result is not awaited; its rows are visited when they come.
    void runLater(const std::function<void(const Row&)>& visit = {});
    /// As run, but the rows are not gathered first: no other statement may run until the last one is read.
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
