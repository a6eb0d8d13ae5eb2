#pragma once

#include "foundation/row_writer.h"
#include "purchasing/record_bill.h"

namespace giftbox::reports {

/// The rows that edges show of bills: the columns, and one row of each.
const std::vector<foundation::Column>& billedLotColumns();
void writeBilledLots(const books::Store& store, const purchasing::RecordedBill& bill,
                     foundation::RowWriter& out);

/// What was received and not billed, with its age in days.
const std::vector<foundation::Column>& unbilledColumns();
std::int64_t ageInDays(const purchasing::UnbilledLot& lot, foundation::Date today);
void writeUnbilled(const purchasing::UnbilledLot& lot, foundation::Date today,
                   foundation::RowWriter& out);

} // namespace giftbox::reports
