#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace giftbox::tests {

/// A connection that bypasses the rules of the program, to read rows directly and to falsify them.
/// Throws DatabaseError.
class RawDatabase {
public:
    explicit RawDatabase(const std::string& url);
    ~RawDatabase();

    using Cells = std::vector<std::string>;
    /// Each cell as text; an unknown one as `NULL`.
    std::vector<Cells> rows(const std::string& sql) const;
    /// The first column of every row.
    std::vector<std::string> column(const std::string& sql) const;
    /// The tables of a store's books, by name. What people may do in a store (`user_role`, `api_token`) is no part of
    /// them: it does not leave with the store, and no sum comes from it.
    std::vector<std::string> storeTables() const;
    /// Rows changed.
    std::int64_t execute(const std::string& sql) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace giftbox::tests
