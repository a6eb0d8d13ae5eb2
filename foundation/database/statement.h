#pragma once

#include "foundation/database/batch.h"
#include "foundation/database/sql_text.h"

#include <initializer_list>
#include <memory>
#include <span>

struct sqlite3;

namespace giftbox::foundation {

/// A prepared statement of one connection. After run(), next() moves to each row.
class Statement {
public:
    explicit Statement(SqlText sql) : sql_(std::move(sql)) {}
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    virtual ~Statement() = default;

    virtual void bind(std::size_t placeholder, const Value& value) = 0;
    /// Starts it and returns the number of rows changed.
    virtual std::int64_t run() = 0;
    virtual bool next() = 0;
    virtual bool isNull(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual void reset() = 0;

    const SqlText& sql() const { return sql_; }
    /// The placeholder's index. Throws DatabaseError if the statement has none with that name.
    std::size_t placeholder(std::string_view name) const;
    /// Binds all of `binds`. Throws DatabaseError unless they and `others` together name every placeholder once.
    void bindAll(std::span<const Bind> binds, std::size_t others = 0);
    void bindAll(std::initializer_list<Bind> binds, std::size_t others = 0)
    {
        bindAll(std::span(binds.begin(), binds.size()), others);
    }

private:
    SqlText sql_;
};

/// A statement through SQLite's own interface on a connection opened by Qt's driver.
std::unique_ptr<Statement> makeSqliteStatement(sqlite3* connection, SqlText sql);

} // namespace giftbox::foundation
