#pragma once

#include "foundation/database/batch.h"
#include "foundation/database/database_error.h"
#include "foundation/database/rows.h"
#include "foundation/date.h"
#include "foundation/money.h"

#include <optional>
#include <string>
#include <string_view>

/// What the structs are made of that the build makes of each statement file (scripts/build.d/statement_types.cpp): `sql::OpenLots` binds by name
/// and reads its rows by name.
namespace giftbox::foundation {

/// What a statement's call returns; its file says so.
enum class Returns { Nothing, One, Optional, Many };

/// A struct of the build.
template <class S>
concept IsStatement = requires(const S& statement)
{
    S::kName;
    S::kReturns;
    statement.binds();
};

/// A value to bind. There is none by default, so that none can be left out. Text is not copied and must live until the call returns.
class Bound {
public:
    Bound(std::int64_t value) : value_(value) {}
    Bound(std::string_view value) : value_(value) {}
    Bound(const std::string& value) : value_(std::string_view(value)) {}
    Bound(const char* value) : value_(std::string_view(value)) {}
    Bound(std::nullopt_t) {}
    Bound(Money value) : value_(value.minor) {}
    Bound(Date value) : value_(value.number()) {}
    Bound(Month value) : value_(value.number()) {}
    Bound(Instant value) : value_(value.unixMs) {}
    template <class T>
    Bound(const std::optional<T>& value) : value_(value ? Bound(*value).value_ : Value{})
    {}

    const Value& value() const { return value_; }

private:
    Value value_;
};

/// Throws DatabaseError: a column that is never null is.
[[noreturn]] void failOnNull(int column);

/// A cell as the type that its column has. Throws DatabaseError where it is null and must not be.
template <class T>
struct Cell {
    static T read(const Row& row, int column);
};

template <>
struct Cell<std::int64_t> {
    static std::int64_t read(const Row& row, int column)
    {
        const std::int64_t value = row.integer(column);
        if (value == 0 && row.isNull(column)) {
            failOnNull(column);
        }
        return value;
    }
};
template <>
struct Cell<std::string_view> {
    static std::string_view read(const Row& row, int column)
    {
        const std::string_view value = row.text(column);
        if (value.empty() && row.isNull(column)) {
            failOnNull(column);
        }
        return value;
    }
};
template <>
struct Cell<Money> {
    static Money read(const Row& row, int column)
    {
        return {Cell<std::int64_t>::read(row, column)};
    }
};
template <>
struct Cell<Date> {
    static Date read(const Row& row, int column)
    {
        return Date(static_cast<std::int32_t>(Cell<std::int64_t>::read(row, column)));
    }
};
template <>
struct Cell<Month> {
    static Month read(const Row& row, int column)
    {
        return Month(static_cast<std::int32_t>(Cell<std::int64_t>::read(row, column)));
    }
};
template <>
struct Cell<Instant> {
    static Instant read(const Row& row, int column)
    {
        return {Cell<std::int64_t>::read(row, column)};
    }
};
template <class T>
struct Cell<std::optional<T>> {
    static std::optional<T> read(const Row& row, int column)
    {
        return row.isNull(column) ? std::nullopt : std::optional<T>(Cell<T>::read(row, column));
    }
};

template <class T>
T cell(const Row& row, int column)
{
    return Cell<T>::read(row, column);
}

/// The one row of a statement `@one`, or that of one `@optional` which may be missing. Its text is valid as long as this; the same statement may
/// not run meanwhile.
template <class S>
class Found {
public:
    explicit Found(Rows rows) : rows_(std::move(rows))
    {
        if (rows_.next()) {
            row_.emplace(rows_.row());
        } else if (S::kReturns == Returns::One) {
            throw DatabaseError(std::string(S::kName), "the statement has no row", "");
        }
    }

    explicit operator bool() const { return row_.has_value(); }
    const typename S::Row& operator*() const { return *row_; }
    const typename S::Row* operator->() const { return &*row_; }

private:
    Rows rows_;
    std::optional<typename S::Row> row_;
};

/// The rows of a statement `@many`, one after the other: for a range-for, or by next(). A row's text is valid until the next. The same statement may not
/// run before the last one is read, or this is gone.
template <class S>
class Many {
public:
    using Row = typename S::Row;

    explicit Many(Rows rows) : rows_(std::move(rows)) {}

    /// Null after the last one.
    const Row* next()
    {
        if (!rows_.next()) {
            return nullptr;
        }
        row_ = Row(rows_.row());
        return &row_;
    }

    class Iterator {
    public:
        explicit Iterator(Many* many) : many_(many) { ++*this; }
        Iterator() = default;
        const Row& operator*() const { return *row_; }
        Iterator& operator++()
        {
            row_ = many_->next();
            return *this;
        }
        bool operator!=(const Iterator& other) const { return row_ != other.row_; }

    private:
        Many* many_ = nullptr;
        const Row* row_ = nullptr;
    };
    Iterator begin() { return Iterator(this); }
    Iterator end() { return {}; }

private:
    Rows rows_;
    Row row_;
};

template <class S>
auto rowsOf(Rows rows)
{
    static_assert(S::kReturns != Returns::Nothing);
    if constexpr (S::kReturns == Returns::Many) {
        return Many<S>(std::move(rows));
    } else {
        return Found<S>(std::move(rows));
    }
}

} // namespace giftbox::foundation
