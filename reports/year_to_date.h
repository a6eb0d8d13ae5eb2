#pragma once

#include "budget/month_book.h"
#include "foundation/row_writer.h"

namespace giftbox::reports {

/// The months of a year from January up to one.
struct YearToDate {
    foundation::Month first;
    foundation::Month last;
    /// Their sum, with the distinct recipients of all of them.
    budget::MonthTotals totals;
};

/// From the totals that months keep.
YearToDate yearToDate(const books::ReadTransaction& tx, foundation::Month last);

/// Writes the year up to this month, the same months of the year before, and the change, and ends the writer.
void writeYears(const books::ReadTransaction& tx, foundation::Month last,
                foundation::RowWriter& out);
const std::vector<foundation::Column>& yearColumns();

} // namespace giftbox::reports
