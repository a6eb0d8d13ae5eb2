#pragma once

#include "exchange/import_file.h"

namespace giftbox::exchange {

/// Imports deliveries, one row per line: `delivery,received_on,sku,units,total_cost` and optionally
/// `reference,supplier,line,reason,order`, and with the same value on every row of a delivery
/// `source,document,authorized_by`; key = delivery. Each row is a receipt, and completes the line of its order, if it
/// names one. All or nothing. Throws Refusal `import.rejected`.
ImportSummary importDeliveries(books::WriteTransaction& tx, ImportSource source);

} // namespace giftbox::exchange
