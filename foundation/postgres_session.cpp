#include "foundation/postgres_session.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace giftbox::foundation {
namespace {

/// A literal as the server reads it with standard_conforming_strings on (the connection sees to that).
std::string literal(const Value& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*number);
    }
    const auto* text = std::get_if<std::string_view>(&value);
    if (text == nullptr) {
        return "NULL";
    }
    std::string quoted = "'";
    for (const char c : *text) {
        quoted += c == '\'' ? "''" : std::string(1, c);
    }
    return quoted + "'";
}

} // namespace

PostgresSession::PostgresSession(const QSqlDatabase& connection)
    : connection_(std::make_unique<QSqlDatabase>(connection))
{}

PostgresSession::~PostgresSession() = default;

void PostgresSession::queue(std::string text, std::string name, Visit visit)
{
    queue_.push_back({std::move(text), std::move(name), std::move(visit)});
}

void PostgresSession::run(QSqlQuery& query, std::string text, std::string name, Visit visit)
{
    queue(std::move(text), std::move(name), std::move(visit));
    std::string all;
    for (const Queued& one : queue_) {
        all += one.text;
        all += ";";
    }
    const std::vector<Queued> sent = std::exchange(queue_, {});
    sent_ += static_cast<std::int64_t>(sent.size());
    bool good = query.exec(QString::fromStdString(all));
    for (std::size_t i = 0; i < sent.size(); ++i) {
        good = good && (i == 0 || query.nextResult());
        if (!good) {
            fail(query, sent[i].name);
        }
        if (sent[i].visit) {
            sent[i].visit(query);
        }
    }
}

void PostgresSession::flush()
{
    if (!queue_.empty()) {
        Queued last = std::move(queue_.back());
        queue_.pop_back();
        QSqlQuery query(*connection_);
        run(query, std::move(last.text), std::move(last.name), std::move(last.visit));
    }
}

void PostgresSession::commit()
{
    // The server answers COMMIT of a failed transaction with a quiet ROLLBACK.
    if (failed_) {
        throw DatabaseError("commit", "a statement of the transaction failed", "25P02");
    }
    queue("COMMIT", "commit");
    flush();
}

void PostgresSession::rollback()
{
    const bool dropsPrepared = std::any_of(queue_.begin(), queue_.end(), [](const Queued& one) {
        return one.text.starts_with("PREPARE ");
    });
    failures_ += dropsPrepared ? 1 : 0;
    queue_.clear();
    failed_ = false;
    QSqlQuery query(*connection_);
    run(query, "ROLLBACK", "rollback");
}

void PostgresSession::fail(const QSqlQuery& query, const std::string& name)
{
    failed_ = true;
    ++failures_;
    const QSqlError error = query.lastError();
    throw DatabaseError(name, error.databaseText().simplified().toStdString(),
                        error.nativeErrorCode().toStdString());
}

PostgresStatement::PostgresStatement(PostgresSession& session, SqlText sql, Buffering buffering)
    : Statement(std::move(sql)), session_(session), buffering_(buffering),
      query_(std::make_unique<QSqlQuery>(session.connection())), rows_(query_.get()),
      arguments_(this->sql().placeholders.size())
{
    query_->setForwardOnly(buffering == Buffering::RowByRow);
}

PostgresStatement::~PostgresStatement() = default;

void PostgresStatement::bind(std::size_t placeholder, const Value& value)
{
    arguments_[placeholder] = literal(value);
}

std::string PostgresStatement::call()
{
    if (preparedName_.empty() || preparedAtFailures_ != session_.failures()) {
        preparedName_ = session_.newName();
        preparedAtFailures_ = session_.failures();
        session_.queue("PREPARE " + preparedName_ + " AS " + sql().numbered(), sql().name);
    }
    std::string text = "EXECUTE " + preparedName_;
    for (std::size_t i = 0; i < arguments_.size(); ++i) {
        text += (i == 0 ? "(" : ",") + arguments_[i];
    }
    return arguments_.empty() ? text : text + ")";
}

std::int64_t PostgresStatement::run()
{
    std::string text = call();
    if (buffering_ == Buffering::RowByRow) {
        session_.flush(); // single-row results come of one statement alone
    }
    session_.run(*query_, std::move(text), sql().name);
    return query_->numRowsAffected();
}

void PostgresStatement::runLater(const std::function<void(const Row&)>& visit)
{
    PostgresSession::Visit visitRows;
    if (visit) {
        visitRows = [this, visit](QSqlQuery& result) {
            rows_ = &result;
            while (next()) {
                visit(Row(*this));
            }
            rows_ = query_.get();
        };
    }
    session_.queue(call(), sql().name, std::move(visitRows));
}

bool PostgresStatement::next()
{
    texts_.clear();
    if (rows_->next()) {
        return true;
    }
    if (rows_->lastError().isValid()) {
        throw DatabaseError(sql().name, rows_->lastError().databaseText().toStdString(),
                            rows_->lastError().nativeErrorCode().toStdString());
    }
    return false;
}

std::int64_t PostgresStatement::integer(int column) const
{
    return rows_->value(column).toLongLong();
}

bool PostgresStatement::isNull(int column) const { return rows_->isNull(column); }

std::string_view PostgresStatement::text(int column) const
{
    const auto at = static_cast<std::size_t>(column);
    if (texts_.size() <= at) {
        texts_.resize(at + 1);
    }
    if (!texts_[at]) {
        texts_[at] = rows_->value(column).toString().toStdString();
    }
    return *texts_[at];
}

void PostgresStatement::reset()
{
    query_->finish();
    texts_.clear();
}

} // namespace giftbox::foundation
