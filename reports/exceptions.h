#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

namespace giftbox::reports {

/// Writes what went against a rule's advice in a month, and ends the writer: `kind,subject,recipient,what,reason,who,recorded_at`. First whoever
/// was chosen against what spoke against it (`selection`), by recipient; then, in the order recorded, caps that warned (`warning`) and stop caps that
/// were overridden (`override`) by boxes planned, packed or given in the month and by its receipts.
void writeExceptions(const books::ReadTransaction& tx, foundation::Month month,
                     foundation::RowWriter& out);

} // namespace giftbox::reports
