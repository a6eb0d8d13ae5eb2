#pragma once

#include "exchange/import_file.h"

namespace giftbox::exchange {

/// Imports returns to suppliers with their credits, whole or not at all, by the rules of purchasing::returnToSupplier
/// and creditReturn; a row for each, which names its receipt. As many as are there with the same receipt, day, units
/// and reason are unchanged if their credits are the same. Throws Refusal `import.rejected`.
ImportSummary importReturns(books::WriteTransaction& tx, ImportSource source);

} // namespace giftbox::exchange
