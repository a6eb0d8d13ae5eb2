#pragma once

#include "exchange/import_file.h"
#include "foundation/date.h"

namespace giftbox::exchange {

/// Makes the books match counts of the shelf, all of them or none, as one event: `sku` (or barcode), `units`, `reason`,
/// and perhaps `counted_on` (otherwise `on`) and `cost`, the total cost of units found. An item is counted once in a
/// file. A row with the number of an open count in `count` is recorded there, as of its start, and moves nothing. The
/// changes of the summary name the items that the books had otherwise. Throws Refusal `import.rejected`, `date.far`.
ImportSummary importCounts(books::WriteTransaction& tx, ImportSource source, foundation::Date on);

} // namespace giftbox::exchange
