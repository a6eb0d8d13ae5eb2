#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

namespace giftbox::reports {

/// Writes what came from each supplier in a span of months, and ends the writer: receipts as received, corrections with
/// freight and bills, reversals, and what went back to the supplier with its credits. The sum of the last column is the
/// restock cost of the monthly report. Parts transfers have a row of their own.
void writeReceiptSums(const books::ReadTransaction& tx, foundation::Month first,
                      foundation::Month last, foundation::RowWriter& out);
const std::vector<foundation::Column>& receiptSumColumns();

} // namespace giftbox::reports
