#pragma once

#include "accounting/close_month.h"
#include "accounting/reopen_month.h"
#include "budget/month_book.h"
#include "budget/set_cap.h"
#include "foundation/row_writer.h"

#include <vector>

namespace giftbox::reports {

/// The rows that commands and the API show for caps: a month's, one just set, and their history.
const std::vector<foundation::Column>& capsOfMonthColumns();
void writeCapsOfMonth(const books::ReadTransaction& tx, foundation::Month month,
                      foundation::RowWriter& out);

const std::vector<foundation::Column>& capSetColumns();
void writeCapSet(const budget::Cap& cap, const std::string& reason, foundation::RowWriter& out);

const std::vector<foundation::Column>& capChangeColumns();
void writeCapChange(const budget::CapChange& change, foundation::RowWriter& out);

/// A closed month: the columns of the report, then the boxes carried over and the hash.
const std::vector<foundation::Column>& closedMonthColumns();
void writeClosedMonth(const books::ReadTransaction& tx, const accounting::ClosedMonth& closed,
                      foundation::RowWriter& out);

/// A month that was opened again, and which one is the last closed now.
const std::vector<foundation::Column>& reopenedMonthColumns();
void writeReopenedMonth(const accounting::ReopenedMonth& reopened, foundation::RowWriter& out);

} // namespace giftbox::reports
