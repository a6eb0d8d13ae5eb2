#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

namespace giftbox::reports {

/// Writes a month's exceptions, and ends the writer: `kind,subject,recipient,name,what,reason,who,recorded_at`. First
/// recipients selected despite warnings (`selection`), by recipient; then, in the order recorded, caps that warned
/// (`warning`) and blocking caps that were overridden (`override`) by boxes planned, packed or given in the month, by
/// its receipts, and by orders expected in it.
const std::vector<foundation::Column>& exceptionColumns();
void writeExceptions(const books::ReadTransaction& tx, foundation::Month month,
                     foundation::RowWriter& out);

} // namespace giftbox::reports
