#pragma once

#include "books/books.h"
#include "budget/month_book.h"

#include <map>

namespace giftbox::accounting {

/// What the event that closes a month keeps of it, each as a digest: the facts dated in it, its report, and the shelf at the end of its last day.
struct MonthDigest {
    std::string facts;
    std::string report;
    std::string stock;
};

/// Units and cost by item.
using ShelfByItem = std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>>;

/// Requires that what carries over has been moved to the next month.
MonthDigest digestMonth(const books::ReadTransaction& tx, foundation::Month month,
                        const budget::MonthState& state);

/// Of items that had any.
std::string digestOf(const ShelfByItem& shelf);
/// The figures of the report that are added up, and the cap.
std::string digestOf(const budget::MonthState& state);
std::string digestOf(const books::FactDigest& facts);

} // namespace giftbox::accounting
