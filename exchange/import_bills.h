#pragma once

#include "exchange/import_file.h"

namespace giftbox::exchange {

/// Imports suppliers' bills, whole or not at all, by the rules of purchasing::recordBill; the rows of a bill stand
/// together, one for each lot, which its receipt names. A bill that is there with the same values is unchanged. Throws
/// Refusal `import.rejected`.
ImportSummary importBills(books::WriteTransaction& tx, ImportSource source);

/// Likewise freight, by the rules of purchasing::addFreight: a row for each, with a receipt of the delivery.
ImportSummary importFreight(books::WriteTransaction& tx, ImportSource source);

} // namespace giftbox::exchange
