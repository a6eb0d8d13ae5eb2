#pragma once

#include "books/books.h"

namespace giftbox::gifting {

/// Of packed boxes, without rows.
foundation::Batch boxRows();
/// Writes packed boxes, and their digests; `boxes` is one of boxRows().
void insertBoxes(books::WriteTransaction& tx, const foundation::Batch& boxes);

} // namespace giftbox::gifting
