#pragma once

#include "books/books.h"
#include "tests/gifting/naive_program.h"

#include <string>

namespace giftbox::tests {

/// The store's codes for the naive program's items and recipients.
std::string sku(int item);
std::string code(int recipient);

/// The differences between the books and the naive program, in movements and stock up to the day, and in verify;
/// empty when they agree.
std::string differences(const books::ReadTransaction& tx, const NaiveProgram& naive, int day);

} // namespace giftbox::tests
