#pragma once

#include "books/books.h"
#include "exchange/import_file.h"

namespace giftbox::exchange {

/// Accounting's complete exports: `export movements` and `export boxes`; with `stock`, the final stock is compared
/// too.
struct MovementFiles {
    ImportSource movements;
    ImportSource boxes;
    std::optional<ImportSource> stock = {};
};

struct ImportedMovements {
    std::int64_t movements = 0;
    std::int64_t boxes = 0;
};

/// Rebuilds a store's books by replaying exported movements and boxes in their recorded order under FIFO, in a store
/// with items and recipients but no movements. Every figure must match the files to the cent. All or nothing. Throws
/// Refusal `import.not_empty`, `import.rejected` with every bad row of the files.
ImportedMovements importMovements(books::WriteTransaction& tx, MovementFiles files);

/// Requires a store without movements and boxes. Throws Refusal `import.not_empty`, which names `what` cannot be
/// imported.
void requireNoMovements(books::WriteTransaction& tx, const std::string& what);

} // namespace giftbox::exchange
