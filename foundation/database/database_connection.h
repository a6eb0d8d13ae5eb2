#pragma once

#include "foundation/database/batch.h"
#include "foundation/database/session.h"
#include "foundation/database/time_limit.h"

#include <functional>
#include <map>
#include <string>

namespace giftbox::foundation {

/// What a Database is made of; each engine has its own. For the files of this folder.
struct DatabaseConnection {
    using Visit = std::function<void(const Row&)>;

    std::string url;
    TimeLimit limit;
    std::unique_ptr<Session> own;
    Session* active; // where statements go just now
    std::map<std::string, std::int64_t> known;

    DatabaseConnection(std::string at, Access access)
        : url(std::move(at)), own(std::make_unique<Session>(url, access)), active(own.get())
    {}
    DatabaseConnection(const DatabaseConnection&) = delete;
    DatabaseConnection& operator=(const DatabaseConnection&) = delete;
    virtual ~DatabaseConnection() = default;

    Statement& prepared(std::string_view name) const
    {
        limit.require(std::string(name));
        return active->prepared(name);
    }

    /// Runs it and waits; returns the rows it changed.
    virtual std::int64_t run(Statement& statement) = 0;
    /// Runs it, and need not wait.
    virtual void runLater(Statement& statement) = 0;
    virtual void visitLater(Statement& statement, const Visit& visit) = 0;
    /// Runs it so that its rows come one by one.
    virtual void stream(Statement& statement) = 0;
    virtual void runText(const std::string& text, const std::string& what) = 0;
    virtual void settle() = 0;
    virtual void begin(Access access) = 0;
    /// Whether the node of a store is to be looked up before beginIn.
    virtual bool asksForNode(std::int64_t /*store*/) const { return false; }
    /// `at`: the node's URL; empty for the one of the connection.
    virtual void nodeIs(std::int64_t /*store*/, const std::string& /*at*/) {}
    virtual void beginIn(std::int64_t /*store*/, Access access) { begin(access); }
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;
    virtual void limitTime(std::chrono::milliseconds most) = 0;
    virtual std::int64_t statementsSent() const = 0;
    virtual bool sendsBatchesWhole() const = 0;
    virtual bool isOnOneServer() const = 0;

    /// Runs the statement for the batch and hands the rows of each run to `visit`.
    template <class Run, class VisitRows>
    std::int64_t runBatch(std::string_view name, Binds binds, const Batch& batch, Run runOnce,
                          VisitRows visit)
    {
        if (batch.empty()) {
            return 0;
        }
        const BatchReader reader(batch);
        Statement* const ofOne =
            sendsBatchesWhole() && batch.rows() == 1 ? active->preparedForOneRow(name) : nullptr;
        Statement& statement = ofOne == nullptr ? prepared(name) : *ofOne;
        const Rows reset(statement);
        statement.bindAll(binds, reader.columns().size());
        std::vector<std::size_t> at;
        for (const std::string& column : reader.columns()) {
            at.push_back(statement.placeholder(column));
        }
        std::int64_t changed = 0;
        if (sendsBatchesWhole() && ofOne == nullptr) {
            for (std::size_t column = 0; column < at.size(); ++column) {
                const std::string literal = reader.arrayLiteral(column);
                statement.bind(at[column], std::string_view(literal));
            }
            changed = runOnce(statement);
            visit(statement);
            return changed;
        }
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            for (std::size_t column = 0; column < at.size(); ++column) {
                statement.bind(at[column], reader.cell(row, column));
            }
            changed += runOnce(statement);
            visit(statement);
            statement.reset();
        }
        return changed;
    }
};

} // namespace giftbox::foundation
