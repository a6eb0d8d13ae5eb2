#pragma once

#include "books/books.h"

namespace giftbox::gifting {

/// An empty batch of packed boxes.
foundation::Batch boxRows();
/// Writes packed boxes and their digests; `boxes` comes from boxRows().
void insertBoxes(books::WriteTransaction& tx, const foundation::Batch& boxes);

} // namespace giftbox::gifting
