#pragma once

#include "books/books.h"

#include <functional>
#include <string>
#include <vector>

namespace giftbox::accounting {

/// Recomputes the books from the facts and compares everything stored: the rest of each lot, the cost of each box and
/// movement, month totals, recipients given a box, caps and settings against their events, the audit log, issued
/// numbers, and folded texts. Returns one sentence per difference; none if the books verify. Memory grows with open
/// lots, not with history. `progress` gets movements read and all movements.
std::vector<std::string>
verifyBooks(const books::ReadTransaction& tx,
            const std::function<void(std::int64_t, std::int64_t)>& progress);

} // namespace giftbox::accounting
