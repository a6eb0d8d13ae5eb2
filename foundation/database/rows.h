#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace giftbox::foundation {

class Statement;

/// One result row, valid until the next.
class Row {
public:
    explicit Row(Statement& statement) : statement_(&statement) {}
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    std::string_view text(int column) const; ///< valid until the next row
    std::optional<std::int64_t> maybeInteger(int column) const;
    std::string string(int column) const { return std::string(text(column)); }

private:
    Statement* statement_;
};

/// The rows of one query. Resets its statement when it goes out of scope.
class Rows {
public:
    explicit Rows(Statement& statement) : statement_(&statement) {}
    Rows(Rows&& other) noexcept : statement_(other.statement_) { other.statement_ = nullptr; }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    Rows& operator=(Rows&&) = delete;
    ~Rows();
    bool next();
    Row row() const { return Row(*statement_); }

private:
    Statement* statement_;
};

} // namespace giftbox::foundation
