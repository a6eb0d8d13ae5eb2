#pragma once

#include "exchange/import_batch.h"
#include "foundation/row_writer.h"

namespace giftbox::exchange {

struct UndoRequest {
    std::int64_t number = 0;
    std::string reason;
    foundation::PeopleSeen sees =
        foundation::PeopleSeen::Name; ///< how a refusal may name recipients
};

/// Undoes an import as a whole [import-undo]: takes away what it added, gives what it changed its earlier values, and
/// reverses its receipts, returns, counts, bills, freight or boxes, except those that were reversed since. Throws
/// Refusal `import.no_batch`, `import.undone`, `import.in_use` (with how many rows, and the first few),
/// `import.in_closed_month` (a closed month shows the items that it added), `text.missing` (no reason).
UndoneImport undoImport(books::WriteTransaction& tx, const UndoRequest& request);

} // namespace giftbox::exchange
