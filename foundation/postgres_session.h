#pragma once

#include "foundation/statement.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QSqlDatabase;
class QSqlQuery;

namespace giftbox::foundation {

/// The conversation with one PostgreSQL server. Statements whose result nobody waits for are kept back and travel with the next one that is awaited,
/// so that a transaction takes a round trip for each thing it reads and one for all that it writes.
class PostgresSession {
public:
    explicit PostgresSession(const QSqlDatabase& connection);
    ~PostgresSession();

    /// What to do with the rows of a statement that was kept back.
    using Visit = std::function<void(QSqlQuery&)>;

    /// Keeps a statement back; `name` is what an error of it is said to be about.
    void queue(std::string text, std::string name, Visit visit = {});
    /// Sends what was kept back, then `text`, and leaves `query` at the result of `text`. Throws DatabaseError.
    void run(QSqlQuery& query, std::string text, std::string name, Visit visit = {});
    /// Sends what was kept back. Throws DatabaseError.
    void flush();
    /// Sends what was kept back with the COMMIT. Throws DatabaseError, also when a statement failed before.
    void commit();
    void rollback();

    std::int64_t statementsSent() const { return sent_; }
    /// A name for a prepared statement that was not used before.
    std::string newName() { return "giftbox_" + std::to_string(++names_); }
    const QSqlDatabase& connection() const { return *connection_; }
    /// Grows with every failure: what was prepared together with a statement that failed must be prepared again.
    std::int64_t failures() const { return failures_; }

private:
    struct Queued {
        std::string text;
        std::string name;
        Visit visit;
    };

    [[noreturn]] void fail(const QSqlQuery& query, const std::string& name);

    std::unique_ptr<QSqlDatabase> connection_;
    std::vector<Queued> queue_;
    std::int64_t sent_ = 0;
    std::int64_t names_ = 0;
    std::int64_t failures_ = 0;
    bool failed_ = false;
};

enum class Buffering { AllRows, RowByRow };

/// A prepared statement of the session, with arguments written as literals.
class PostgresStatement final : public Statement {
public:
    PostgresStatement(PostgresSession& session, SqlText sql, Buffering buffering);
    ~PostgresStatement() override;

    void bind(std::size_t placeholder, const Value& value) override;
    std::int64_t run() override;
    /// As run, but the result is not awaited; its rows are visited when they come.
    void runLater(const std::function<void(const Row&)>& visit = {});
    bool next() override;
    bool isNull(int column) const override;
    std::int64_t integer(int column) const override;
    std::string_view text(int column) const override;
    void reset() override;

private:
    std::string call();

    PostgresSession& session_;
    Buffering buffering_;
    std::unique_ptr<QSqlQuery> query_;
    QSqlQuery* rows_; // whose rows are read now
    std::string preparedName_;
    std::int64_t preparedAtFailures_ = 0;
    std::vector<std::string> arguments_;
    mutable std::deque<std::optional<std::string>> texts_; ///< a deque, so that views of them stay valid as it grows
};

} // namespace giftbox::foundation
