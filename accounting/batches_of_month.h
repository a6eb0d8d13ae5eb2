#pragma once

#include "books/books.h"

namespace giftbox::accounting {

struct BatchesOfMonth {
    std::int64_t batches = 0;
    std::int64_t posted = 0;
};
BatchesOfMonth batchesOf(const books::ReadTransaction& tx, foundation::Month month);

} // namespace giftbox::accounting
