#pragma once

#include "foundation/row_writer.h"
#include "gifting/waiting_boxes.h"

namespace giftbox::reports {

/// The columns followed by those for boxes waiting to count in a month: `waiting_boxes`, `waiting_cost` and
/// `remaining_once_given`, and in the second function the sentence `waiting`. Their cells are empty if none wait.
std::vector<foundation::Column> withWaitingFigures(std::vector<foundation::Column> columns);
std::vector<foundation::Column> withWaiting(std::vector<foundation::Column> columns);
void writeWaitingFigures(const gifting::MonthRemaining& remaining, foundation::RowWriter& out);
void writeWaiting(const books::Store& store, const gifting::MonthRemaining& remaining,
                  foundation::RowWriter& out);

} // namespace giftbox::reports
