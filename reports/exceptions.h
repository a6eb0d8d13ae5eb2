#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

namespace giftbox::reports {

/// Writes the exceptions of some months, and ends the writer:
/// `kind,subject,recipient,name,what,reason,who,recorded_at`. First recipients selected despite warnings
/// (`selection`), by month and recipient; then, in the order recorded, caps that warned (`warning`) and blocking caps
/// that were overridden (`override`) by boxes planned, packed or given in these months, by their receipts, and by
/// orders expected in them.
const std::vector<foundation::Column>& exceptionColumns();
void writeExceptions(const books::ReadTransaction& tx, foundation::Month first,
                     foundation::Month last, foundation::RowWriter& out);

} // namespace giftbox::reports
