#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace giftbox::foundation {

/// A value to bind. Text is not copied and must live until the call returns.
using Value = std::variant<std::monostate, std::int64_t, std::string_view>;

struct Bind {
    std::string_view name;
    Value value;
};

using Binds = std::span<const Bind>;

/// Rows to bind, one after another (SQLite) or all at once as arrays (PostgreSQL). Copies text.
class Batch {
public:
    explicit Batch(std::initializer_list<std::string_view> columns);
    explicit Batch(std::vector<std::string> columns) : columns_(std::move(columns)) {}

    Batch& add(std::int64_t value);
    Batch& add(std::string_view value);
    Batch& addNull();
    /// Like add, or addNull if there is no value.
    template <class T>
    Batch& add(const std::optional<T>& value)
    {
        return value ? add(*value) : addNull();
    }
    std::size_t rows() const { return cells_.size() / columns_.size(); }
    bool empty() const { return cells_.empty(); }
    void clear();

private:
    friend class BatchReader;
    struct Cell {
        enum class Kind : std::uint8_t { Null, Integer, Text } kind = Kind::Null;
        std::int64_t number = 0; // the integer, or the start of the text in text_
        std::size_t size = 0;
    };
    std::vector<std::string> columns_;
    std::vector<Cell> cells_;
    std::string text_;
};

/// The database layer's access to a Batch.
class BatchReader {
public:
    explicit BatchReader(const Batch& batch) : batch_(batch) {}
    const std::vector<std::string>& columns() const { return batch_.columns_; }
    Value cell(std::size_t row, std::size_t column) const;
    /// The column as a PostgreSQL array literal: `{1,NULL,"text"}`.
    std::string arrayLiteral(std::size_t column) const;

private:
    const Batch& batch_;
};

} // namespace giftbox::foundation
