#pragma once

#include "books/books.h"
#include "budget/month_book.h"

#include <map>

namespace giftbox::accounting {

/// The digests in the event that closes a month: of the month's facts, its report, and the stock at the end of its
/// last day.
struct MonthDigest {
    std::string facts;
    std::string report;
    std::string stock;
};

/// Units and cost by item.
using ShelfByItem = std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>>;

/// Requires that the boxes carried over are already moved to the next month.
MonthDigest digestMonth(const books::ReadTransaction& tx, foundation::Month month,
                        const budget::MonthState& state);

/// For items with stock.
std::string digestOf(const ShelfByItem& shelf);
/// The report's totals and the cap.
std::string digestOf(const budget::MonthState& state);
std::string digestOf(const books::FactDigest& facts);

} // namespace giftbox::accounting
