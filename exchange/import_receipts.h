#pragma once

#include "exchange/import_file.h"

namespace giftbox::exchange {

/// Imports `received_on,sku,units,total_cost,reference` and optionally `supplier,source,line`; key = supplier +
/// reference + sku + line. All or nothing. Throws Refusal `import.rejected`.
ImportSummary importReceipts(books::WriteTransaction& tx, ImportSource source);

} // namespace giftbox::exchange
