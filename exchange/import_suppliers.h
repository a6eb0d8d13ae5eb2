#pragma once

#include "exchange/import_file.h"

namespace giftbox::exchange {

/// Imports suppliers, whole or not at all. Where the file may change them, fields without a column stay as they are.
/// Throws Refusal `import.rejected`.
ImportSummary importSuppliers(books::WriteTransaction& tx, ImportSource source);

} // namespace giftbox::exchange
