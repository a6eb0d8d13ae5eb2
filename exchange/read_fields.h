#pragma once

#include "books/books.h"
#include "exchange/reading/reading.h"

namespace giftbox::exchange {

/// The fields into which a table of `items`, `recipients`, `receipts` or `counts` is read. None for other kinds, whose
/// files are Giftbox's own.
std::optional<ReadFields> readFieldsOf(std::string_view kind);

/// How amounts and dates are written in the store, and its items by name.
ReadHabits habitsOf(const books::ReadTransaction& tx);

} // namespace giftbox::exchange
