#pragma once

#include "foundation/database/database_connection.h"

namespace giftbox::foundation {

/// A connection to a PostgreSQL server.
struct PostgresConnection final : DatabaseConnection {
    explicit PostgresConnection(std::string at) : DatabaseConnection(std::move(at), Access::Write)
    {}

    std::int64_t run(Statement& statement) override { return statement.run(); }
    void runLater(Statement& statement) override { visitLater(statement, {}); }
    void visitLater(Statement& statement, const Visit& visit) override;
    void stream(Statement& statement) override;
    void runText(const std::string& text, const std::string& what) override;
    void settle() override { session().flush(); }
    void begin(Access access) override { session().begin(access); }
    void commit() override { session().commit(); }
    void rollback() noexcept override;
    void limitTime(std::chrono::milliseconds most) override;
    std::int64_t statementsSent() const override { return session().statementsSent(); }
    bool sendsBatchesWhole() const override { return true; }
    bool isOnOneServer() const override { return session().kind() == PostgresKind::OneServer; }

private:
    PostgresSession& session() const { return *active->postgres(); }

    std::chrono::milliseconds told_{0}; // how long the server lets a statement run
};

} // namespace giftbox::foundation
