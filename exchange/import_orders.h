#pragma once

#include "exchange/import_file.h"

namespace giftbox::exchange {

/// Imports orders, one row per line: `order,supplier,sku,units` and optionally `cost`, and with the same value on every
/// row of an order `expected_on,state,step_on,reason,note,ship_to`; key = order. What came of them is in the file of
/// deliveries. All or nothing. Throws Refusal `import.rejected`.
ImportSummary importOrders(books::WriteTransaction& tx, ImportSource source);

} // namespace giftbox::exchange
