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

void PostgresConnection::beginIn(std::int64_t store, Access access)
{
    const auto node = nodeOfStore_.find(store);
    if (node != nodeOfStore_.end() && !node->second.empty()) {
        Session* const there = sessionAt(node->second);
        active = there == nullptr ? own.get() : there;
        tellLimit(told_[own.get()]);
    }
    begin(access);
}

void PostgresConnection::commit()
{
    session().commit();
    active = own.get();
}

void PostgresConnection::rollback() noexcept
{
    try {
        session().rollback();
    } catch (const std::exception&) {
        // The connection is gone together with the transaction.
    }
    active = own.get();
}

Session* PostgresConnection::sessionAt(const std::string& node)
{
    const auto found = nodes_.find(node);
    if (found != nodes_.end()) {
        return found->second.get();
    }
    std::unique_ptr<Session> session;
    try {
        session = std::make_unique<Session>(node);
    } catch (const DatabaseError&) {
        // Nobody lets this program in there, or the node is down: the node of the connection tells which.
    }
    return (nodes_[node] = std::move(session)).get();
}

std::int64_t PostgresConnection::statementsSent() const
{
    std::int64_t sent = own->postgres()->statementsSent();
    for (const auto& [node, session] : nodes_) {
        sent += session == nullptr ? 0 : session->postgres()->statementsSent();
    }
    return sent;
}

void PostgresConnection::tellLimit(std::chrono::milliseconds most)
{
    std::chrono::milliseconds& told = told_[active];
    if (told != most) {
        runText("SET statement_timeout = " + std::to_string(most.count()), "time limit");
        told = most;
    }
}

void PostgresConnection::limitTime(std::chrono::milliseconds most)
{
    tellLimit(most);
    limit.endIn(most);
}

} // namespace giftbox::foundation
