#pragma once

#include "budget/cap.h"
#include "reports/monthly_cost.h"
#include "web/ui/html.h"
#include "web/ui/store_format.h"

namespace giftbox::web {

/// Spent and committed amounts against a cap, for the template `cap_bar`; widths in thousandths of the bar.
View capBar(const std::optional<budget::Cap>& cap, foundation::Money spent,
            foundation::Money committed, const StoreFormat& format);

/// Twelve months of contents, packaging, and labor cost with each cap, for the template `report`; coordinates in
/// an SVG of 720 x 240. Each chart has `is_empty` when no month has anything to show.
View costChart(std::span<const reports::MonthlyCost> months, const StoreFormat& format);

/// Recipients, and cost per recipient, as bars of the template `chart`: one axis a chart.
View recipientChart(std::span<const reports::MonthlyCost> months, const StoreFormat& format);
View costPerRecipientChart(std::span<const reports::MonthlyCost> months, const StoreFormat& format);

/// `value` of `whole` in a length of `length`, rounded down; 0 for nothing or less. Pure.
std::int64_t scaled(std::int64_t value, std::int64_t whole, std::int64_t length);

/// A round number at or above: 1, 2 or 5 times a power of ten, for an axis. Pure.
std::int64_t roundedUp(std::int64_t value);

} // namespace giftbox::web
