#pragma once

#include "foundation/row_writer.h"
#include "gifting/waiting_boxes.h"

namespace giftbox::reports {

/// The columns with those of what waits to count in a month behind them: `waiting_boxes`, `waiting_cost` and `remaining_once_given`, and in the second the
/// sentence `waiting`. Their cells are empty where nothing waits.
std::vector<foundation::Column> withWaitingFigures(std::vector<foundation::Column> columns);
std::vector<foundation::Column> withWaiting(std::vector<foundation::Column> columns);
void writeWaitingFigures(const gifting::MonthRemaining& remaining, foundation::RowWriter& out);
void writeWaiting(const books::Store& store, const gifting::MonthRemaining& remaining,
                  foundation::RowWriter& out);

} // namespace giftbox::reports
