#pragma once

#include "books/books.h"
#include "exchange/import_file.h"

namespace giftbox::exchange {

/// Accounting's exports, whole: `export movements` and `export boxes`; with `stock`, what is on the shelf in the end is compared too.
struct MovementFiles {
    ImportSource movements;
    ImportSource boxes;
    std::optional<ImportSource> stock = {};
};

struct ImportedMovements {
    std::int64_t movements = 0;
    std::int64_t boxes = 0;
};

/// Makes the books of a store anew from its movements and boxes, in a store that has items and recipients and no movement yet: in the order
/// recorded, first in, first out again. Every figure must come out as the files have it, to the cent. All or nothing. Throws Refusal `import.not_empty`,
/// `import.rejected` with every bad row of the files.
ImportedMovements importMovements(books::WriteTransaction& tx, MovementFiles files);

/// Requires that the store has no movement and no box. Throws Refusal `import.not_empty`; `what` begins the sentence.
void requireNoMovements(books::WriteTransaction& tx, const std::string& what);

} // namespace giftbox::exchange
