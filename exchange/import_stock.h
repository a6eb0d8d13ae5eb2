#pragma once

#include "books/books.h"
#include "exchange/import_file.h"

namespace giftbox::exchange {

/// Imports a store's opening stock, in a store without movements: `sku,units,cost` as written by `export stock`, each
/// item as one lot received `on` that day, source `parts`, reference `opening`. An item missing from the catalog is
/// added with `name,kind` and the file's category and levels. All or nothing. Throws Refusal `import.not_empty`,
/// `month.closed`, `date.in_future`, `import.rejected` with every bad row.
ImportSummary importStock(books::WriteTransaction& tx, ImportSource source, foundation::Date on);

} // namespace giftbox::exchange
