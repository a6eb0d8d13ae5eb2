#pragma once

#include "accounting/chain_check.h"
#include "budget/month_book.h"

#include <map>

namespace giftbox::accounting {

/// The month of that number, or the first there is where it is none, so that a check goes on.
foundation::Month monthOrFirst(std::int64_t yyyymm);

/// Compares the units reserved with the lines of planned boxes, and adds what is planned to `months` (by number) as committed. Returns how many
/// boxes are planned or cancelled.
std::int64_t checkPlans(const books::ReadTransaction& tx, const Told& told,
                        std::map<std::int64_t, budget::MonthTotals>& months,
                        Differences& differences);

} // namespace giftbox::accounting
