#pragma once

#include "operations/call.h"

namespace giftbox::operations {

/// The first and the last month of a report.
struct MonthSpan {
    foundation::Month first;
    foundation::Month last;
};

/// The months that a call of the monthly costs asks for; without any, the last twelve up to the latest month with
/// facts. Throws Refusal `month.range`.
MonthSpan monthsOfCosts(const Call& call, const books::ReadTransaction& tx);

} // namespace giftbox::operations
