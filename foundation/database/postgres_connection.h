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
    bool asksForNode(std::int64_t store) const override
    {
        return !isOnOneServer() && !nodeOfStore_.contains(store);
    }
    void nodeIs(std::int64_t store, const std::string& at) override { nodeOfStore_[store] = at; }
    void beginIn(std::int64_t store, Access access) override;
    void commit() override;
    void rollback() noexcept override;
    void limitTime(std::chrono::milliseconds most) override;
    std::int64_t statementsSent() const override;
    bool sendsBatchesWhole() const override { return true; }
    bool isOnOneServer() const override
    {
        return own->postgres()->kind() == PostgresKind::OneServer;
    }

private:
    void tellLimit(std::chrono::milliseconds most);
    PostgresSession& session() const { return *active->postgres(); }

    /// Null where the node cannot be reached.
    Session* sessionAt(const std::string& node);

    std::map<Session*, std::chrono::milliseconds> told_; // how long a server lets a statement run
    std::map<std::int64_t, std::string> nodeOfStore_;
    std::map<std::string, std::unique_ptr<Session>> nodes_; // of a cluster, by URL
};

} // namespace giftbox::foundation
