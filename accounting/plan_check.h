#pragma once

#include "accounting/chain_check.h"
#include "budget/month_book.h"

#include <map>

namespace giftbox::accounting {

/// The month with this number, or the first month if there is none, so that a check continues.
foundation::Month monthOrFirst(std::int64_t yyyymm);

/// Compares reserved units with the lines of planned boxes, and adds planned costs to `months` (by number) as
/// committed. Returns the number of planned or cancelled boxes.
std::int64_t checkPlans(const books::ReadTransaction& tx, const Told& told,
                        std::map<std::int64_t, budget::MonthTotals>& months,
                        Differences& differences);

} // namespace giftbox::accounting
