#pragma once

#include "books/books.h"

#include <functional>
#include <string>
#include <vector>

namespace giftbox::accounting {

/// Recomputes the books from the facts and compares everything that is stored: what is left of each lot, the cost of each box and movement, month totals, who was
/// given a box, caps and settings against the events that set them, the chain of events, the numbers given out, and words kept folded. Returns one sentence a
/// difference; none when the books hold. Memory grows with open lots, not with history. `progress` gets movements read and movements in all.
std::vector<std::string>
verifyBooks(const books::ReadTransaction& tx,
            const std::function<void(std::int64_t, std::int64_t)>& progress);

} // namespace giftbox::accounting
