#pragma once

#include "foundation/database/database.h"
#include "foundation/fields.h"

#include <array>
#include <deque>

namespace giftbox::foundation {

/// The values of all fields, by the names of their columns.
template <class T>
struct FieldBinds {
    FieldBinds(Fields<T> fields, const T& object)
    {
        for (const Field<T>& field : fields) {
            binds.push_back({field.columnName(), valueOf(field, object)});
        }
    }

    std::vector<Bind> binds;

private:
    Value valueOf(const Field<T>& field, const T& object)
    {
        if (const auto* number = std::get_if<std::int64_t T::*>(&field.member)) {
            return object.**number;
        }
        if (const auto* maybe = std::get_if<std::optional<std::int64_t> T::*>(&field.member)) {
            return object.**maybe ? Value(*(object.**maybe)) : Value();
        }
        if (const auto* mark = std::get_if<bool T::*>(&field.member)) {
            return std::int64_t{object.**mark};
        }
        return std::string_view(texts_.emplace_back(textOf(field, object)));
    }

    std::deque<std::string> texts_;
};

/// Sets one field from a cell.
template <class T>
struct FieldOfCell {
    const Field<T>& field;
    T& into;

    void operator()(std::string_view text) const
    {
        if (const auto* member = std::get_if<std::string T::*>(&field.member)) {
            into.** member = text;
        } else {
            takeText(field, into, std::string(text));
        }
    }
    void operator()(std::int64_t number) const
    {
        if (const auto* maybe = std::get_if<std::optional<std::int64_t> T::*>(&field.member)) {
            into.** maybe = number;
        } else if (const auto* mark = std::get_if<bool T::*>(&field.member)) {
            into.** mark = number != 0;
        } else {
            into.*std::get<std::int64_t T::*>(field.member) = number;
        }
    }
    template <class C>
    void operator()(const std::optional<C>& cell) const
    {
        if (cell) {
            (*this)(*cell);
        }
    }
    /// A type that no field has.
    template <class C>
    void operator()(const C&) const
    {}
};

/// The object in a row whose columns have the names of its fields; other columns are skipped.
template <class T, class R>
void readFields(Fields<T> fields, const R& row, T& into)
{
    constexpr std::size_t kNone = ~std::size_t{0};
    static const std::array<std::size_t, R::kColumns.size()> places = [&] {
        std::array<std::size_t, R::kColumns.size()> all;
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i] = kNone;
            for (std::size_t at = 0; at < fields.size(); ++at) {
                all[i] = fields[at].columnName() == R::kColumns[i] ? at : all[i];
            }
        }
        return all;
    }();
    row.each([&into, fields, at = places.begin()](const auto& cell) mutable {
        if (*at != kNone) {
            FieldOfCell<T>{fields[*at], into}(cell);
        }
        ++at;
    });
}

/// Adds a row to a table. Errors are thrown as by execute(). Throws DatabaseError.
void insertRow(Database& database, std::string_view table, Binds row);
/// Sets the columns in `row` of the row whose `key` columns match.
void updateRow(Database& database, std::string_view table, Binds row, Binds key);

} // namespace giftbox::foundation
