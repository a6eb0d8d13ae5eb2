#pragma once

#include "books/books.h"

namespace giftbox::accounting {

/// Units and what they cost.
struct StockSum {
    std::int64_t units = 0;
    foundation::Money cost;

    StockSum& operator+=(const StockSum& more);
    StockSum& operator-=(const StockSum& less);
    bool operator==(const StockSum&) const = default;
};

/// Stock by the two kinds of items.
struct KindStock {
    StockSum gifts;
    StockSum packaging;

    StockSum& of(std::string_view itemKind) { return itemKind == "packaging" ? packaging : gifts; }
    StockSum all() const;
    KindStock& operator+=(const KindStock& more);
    bool operator==(const KindStock&) const = default;
};

/// The stock at the end of a month's last day. A closed month keeps it, so the cost grows with what moved since in
/// months that are open, or that were closed before closes kept it.
KindStock stockAfter(const books::ReadTransaction& tx, foundation::Month month);

} // namespace giftbox::accounting
