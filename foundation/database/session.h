#pragma once

#include "foundation/database/engine.h"
#include "foundation/database/postgres_session.h"
#include "foundation/database/statement.h"

#include <map>
#include <memory>
#include <optional>

class QSqlDatabase;

namespace giftbox::foundation {

/// An open connection with its prepared statements.
class Session {
public:
    /// Read: a SQLite file that must not change. Write without a name: a new SQLite database in an unnamed file.
    /// Throws DatabaseError.
    explicit Session(const std::string& url, Access access = Access::Write);
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session();

    /// The statement with this file name. Throws DatabaseError.
    Statement& prepared(std::string_view name);
    /// Registers a statement without a file for prepared().
    void keep(const SqlText& sql);
    bool keeps(std::string_view name) const { return statements_.contains(name); }
    /// The statement for a batch of one row on PostgreSQL; null if that uses arrays too.
    Statement* preparedForOneRow(std::string_view name);

    /// None on SQLite.
    std::optional<PostgresSession>& postgres() { return postgres_; }
    sqlite3* sqlite() const;

private:
    std::unique_ptr<Statement> make(SqlText sql);

    using Kept = std::map<std::string, std::unique_ptr<Statement>, std::less<>>;
    std::unique_ptr<QSqlDatabase> connection_;
    std::optional<PostgresSession> postgres_;
    Kept statements_;
    Kept ofOneRow_;
};

} // namespace giftbox::foundation
