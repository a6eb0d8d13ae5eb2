#pragma once

#include "books/books.h"
#include "tests/gifting/naive_program.h"

#include <string>

namespace giftbox::tests {

/// What the store calls the naive program's items and recipients.
std::string sku(int item);
std::string code(int recipient);

/// Where the books and the naive program differ, movements and stock up to the day, and what verify says; empty when they agree.
std::string differences(const books::ReadTransaction& tx, const NaiveProgram& naive, int day);

} // namespace giftbox::tests
