#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

namespace giftbox::reports {

/// Writes what is spelled differently and taken for the same: SKUs, codes of recipients, names of recipes and nominations of one adviser that were there before capitals,
/// accents and blanks ceased to matter, and barcodes that several items have. `what,spelled,of`; those that are the same stand together.
void writeAlike(const books::ReadTransaction& tx, foundation::RowWriter& out);

} // namespace giftbox::reports
