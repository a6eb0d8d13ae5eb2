#pragma once

#include "exchange/import_file.h"
#include "inventory/item.h"

namespace giftbox::exchange {

/// Imports the fields of a new item (inventory::itemFields()), by name; key = sku. All or nothing. Throws Refusal
/// `import.rejected` with every bad row.
ImportSummary importItems(books::WriteTransaction& tx, ImportSource source);

} // namespace giftbox::exchange
