#pragma once

#include "exchange/import_batch.h"

namespace giftbox::exchange {

/// Undoes an import of suppliers, orders, returns or counts [purchases-undo], and counts in `done` what it did. The
/// caller records the event. Throws Refusal `import.in_use`.
void undoPurchases(books::WriteTransaction& tx, const std::string& reason, UndoneImport& done);

} // namespace giftbox::exchange
