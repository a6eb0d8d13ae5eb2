#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

namespace giftbox::reports {

/// Writes texts that are spelled differently but taken as the same: SKUs, recipient codes, and names of recipes and
/// advisers' nominations from before capitals, accents and blanks ceased to matter, and barcodes shared by several
/// items. `what,spelled,of`; equal ones stand together.
const std::vector<foundation::Column>& alikeColumns();
void writeAlike(const books::ReadTransaction& tx, foundation::RowWriter& out);

} // namespace giftbox::reports
