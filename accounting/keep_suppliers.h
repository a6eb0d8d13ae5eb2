#pragma once

#include "foundation/database/database.h"

#include <functional>
#include <string>

namespace giftbox::accounting {

/// A code for a supplier of this name, `CAP-WORKS`, in its letters and digits; `isTaken` is asked until one is free.
/// Pure.
std::string supplierCode(std::string_view name,
                         const std::function<bool(const std::string&)>& isTaken);

/// Makes a supplier of every name that stands in receipts or in the catalog, one for all its spellings, in an event of
/// its own. Part of a migration, in its transaction.
void keepSuppliers(foundation::Database& database);

} // namespace giftbox::accounting
