#pragma once

#include "exchange/import_file.h"
#include "gifting/box_poster.h"

namespace giftbox::exchange {

/// Imports `box,recipient,packed_on,given_on,sku,units` and optionally `labor_minutes`; one row a line, the rows of one box together; key = box.
/// Each box is packed, and given where it says so, under the rules and caps of its day; do-not-gift is not asked, as a file tells of what was. All or nothing. Throws Refusal `import.rejected`,
/// `import.view`.
ImportSummary importBoxes(books::WriteTransaction& tx, ImportSource source);

} // namespace giftbox::exchange
