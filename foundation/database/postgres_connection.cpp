#include "foundation/database/postgres_connection.h"

namespace giftbox::foundation {

void PostgresConnection::visitLater(Statement& statement, const Visit& visit)
{
    static_cast<PostgresStatement&>(statement).runLater(visit);
}

void PostgresConnection::stream(Statement& statement)
{
    static_cast<PostgresStatement&>(statement).stream();
}

void PostgresConnection::runText(const std::string& text, const std::string& what)
{
    PostgresText once{text, what, {}, false};
    session().queue(once);
    session().flush();
}

void PostgresConnection::rollback() noexcept
{
    try {
        session().rollback();
    } catch (const std::exception&) {
        // The connection is gone together with the transaction.
    }
}

void PostgresConnection::limitTime(std::chrono::milliseconds most)
{
    if (told_ != most) {
        runText("SET statement_timeout = " + std::to_string(most.count()), "time limit");
        told_ = most;
    }
    limit.endIn(most);
}

} // namespace giftbox::foundation
