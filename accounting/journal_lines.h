#pragma once

#include "accounting/journal/condense.h"
#include "accounting/statements.h"
#include "books/books.h"

namespace giftbox::accounting {

/// What the lines of a batch add up to, in their order.
class JournalSum {
public:
    void add(std::string_view line, foundation::Money amount);
    std::int64_t lines() const { return lines_; }
    foundation::Money debit() const { return debit_; }
    foundation::Money balance() const { return balance_; }
    /// SHA-256 of the lines as facts, each followed by a line feed.
    std::string digest() const { return digest_.text(); }

private:
    std::int64_t lines_ = 0;
    foundation::Money debit_;
    foundation::Money balance_;
    foundation::Sha256 digest_;
};

/// Writes the lines of a new batch, some thousand at a time.
class JournalLines {
public:
    JournalLines(books::WriteTransaction& tx, std::int64_t batch);

    void add(const LedgerEntry& entry);
    /// Writes what is left.
    void write();
    std::int64_t entries() const { return entries_; }
    std::int64_t lines() const { return sum_.lines(); }
    foundation::Money debit() const { return sum_.debit(); }
    std::string digest() const { return sum_.digest(); }

private:
    books::WriteTransaction& tx_;
    std::int64_t batch_;
    foundation::Batch rows_;
    JournalSum sum_;
    std::int64_t entries_ = 0;
};

} // namespace giftbox::accounting
