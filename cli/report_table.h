#pragma once

#include "books/store.h"
#include "reports/monthly_cost.h"

#include <span>
#include <string>

namespace giftbox::cli {

enum class Bars { Shown, Hidden };

/// The monthly cost report for people: program cost versus recipients with a bar a month, then the budget of each month. A bar is
/// as long as the month's cost; where there is a cap, `|` stands where the cap is.
std::string monthlyCostTable(std::span<const reports::MonthlyCost> months,
                             const books::Store& store, Bars bars);

} // namespace giftbox::cli
