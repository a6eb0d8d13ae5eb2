#pragma once

#include "books/store.h"
#include "reports/monthly_cost.h"

#include <span>
#include <string>

namespace giftbox::cli {

enum class Bars { Shown, Hidden };

/// Writes the monthly cost report for people: program cost and recipients with a bar per month, then the budget of
/// each month. A bar shows the month's cost; `|` marks the cap, if any.
std::string monthlyCostTable(std::span<const reports::MonthlyCost> months,
                             const books::Store& store, Bars bars);

} // namespace giftbox::cli
