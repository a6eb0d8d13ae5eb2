#pragma once

#include "books/books.h"

#include <string>
#include <unordered_map>

namespace giftbox::gifting {

/// When and by whom an item was counted last, and how far the books were off: units counted minus units in the books.
struct LastCount {
    foundation::Date on;
    std::string by;
    std::int64_t difference = 0;
};

/// Of every item that was counted, by its number.
std::unordered_map<std::int64_t, LastCount> lastCounts(const books::ReadTransaction& tx);

} // namespace giftbox::gifting
