#pragma once

#include "foundation/database/database_connection.h"
#include "foundation/database/open_file.h"

namespace giftbox::foundation {

/// A connection to a SQLite database; of one that others may write, one of those that wait for their turn.
struct SqliteConnection final : DatabaseConnection {
    std::optional<OpenFile> file; // of one that may be written
    std::optional<WriterQueue::Turn>
        turn;                       // while this connection writes; through the file's writer
    std::vector<std::string> aside; // tables that are written beside the file
    bool writesOwn = false;         // while there are such tables, which the file's writer has not
    std::int64_t sent = 0;

    using DatabaseConnection::DatabaseConnection;
    ~SqliteConnection() override;

    std::int64_t run(Statement& statement) override;
    void runLater(Statement& statement) override;
    void visitLater(Statement& statement, const Visit& visit) override;
    void stream(Statement& statement) override { run(statement); }
    void runText(const std::string& text, const std::string& what) override;
    void settle() override {}
    void begin(Access access) override;
    void commit() override;
    void rollback() noexcept override;
    void limitTime(std::chrono::milliseconds most) override { limit.endIn(most); }
    std::int64_t statementsSent() const override { return sent; }
    bool sendsBatchesWhole() const override { return false; }
    bool isOnOneServer() const override { return false; }

private:
    /// From now on, everything goes through the file's writer, or our own connection if only that has the rows.
    void takeTurn(const std::string& what);
    void endTurn();
};

/// Null of another engine's.
SqliteConnection* sqliteOf(DatabaseConnection& connection);

} // namespace giftbox::foundation
