#pragma once

#include "foundation/database/engine.h"
#include "foundation/database/postgres_session.h"
#include "foundation/database/statement.h"

#include <map>
#include <memory>
#include <optional>

class QSqlDatabase;

namespace giftbox::foundation {

/// An open connection with the statements that it has prepared.
class Session {
public:
    /// To Read: of a SQLite file that stays as it is. To write without a name: of a new SQLite database in a file that has none. Throws
    /// DatabaseError.
    explicit Session(const std::string& url, Access access = Access::Write);
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session();

    /// By the name of its file. Throws DatabaseError.
    Statement& prepared(std::string_view name);
    /// Has prepared() know a statement that no file has.
    void keep(const SqlText& sql);
    /// What a batch of one row runs on PostgreSQL; null when that takes arrays too.
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
