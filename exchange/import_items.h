#pragma once

#include "exchange/import_file.h"
#include "inventory/item.h"

namespace giftbox::exchange {

/// Imports `sku,name,kind,category,unit` and optionally `size,barcode,supplier,reorder_level,par_level,pack_size,lead_days,imprinted`; key = sku.
/// All or nothing. Throws Refusal `import.rejected` with every bad row.
ImportSummary importItems(books::WriteTransaction& tx, ImportSource source);

} // namespace giftbox::exchange
