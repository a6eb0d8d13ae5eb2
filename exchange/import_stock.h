#pragma once

#include "books/books.h"
#include "exchange/import_file.h"

namespace giftbox::exchange {

/// Puts the stock that a store begins with on its shelf, in a store without movements: `sku,units,cost` as `export stock` writes them, each
/// item as one lot received `on` that day, source `parts`, reference `opening`. An item that the catalog lacks is added with `name,kind` and the
/// file's category and levels. All or nothing. Throws Refusal `import.not_empty`, `month.closed`, `date.in_future`, `import.rejected` with every bad row.
ImportSummary importStock(books::WriteTransaction& tx, ImportSource source, foundation::Date on);

} // namespace giftbox::exchange
