#pragma once

#include "accounting/chain_check.h"
#include "budget/month_book.h"

#include <map>

namespace giftbox::accounting {

/// Compares the units reserved with the lines of planned boxes, and what became of planned boxes with the boxes there are. Adds what is planned to
/// `months` (by number) as committed. An estimate that is no longer committed is not judged.
void checkPlans(const books::ReadTransaction& tx,
                std::map<std::int64_t, budget::MonthTotals>& months, Differences& differences);

} // namespace giftbox::accounting
