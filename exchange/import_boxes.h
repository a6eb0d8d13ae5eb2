#pragma once

#include "exchange/import_file.h"
#include "gifting/box_poster.h"

namespace giftbox::exchange {

/// Imports `box,recipient,packed_on,given_on,sku,units` and optionally `labor_minutes`; one row per line, with the
/// rows of a box together; key = box. Each box is packed, and given if so stated, under the rules and caps of its
/// day. Do-not-gift does not apply: a file reports what already happened. All or nothing. Throws Refusal
/// `import.rejected`, `import.view`.
ImportSummary importBoxes(books::WriteTransaction& tx, ImportSource source);

} // namespace giftbox::exchange
