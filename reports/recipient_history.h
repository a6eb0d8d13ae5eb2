#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

namespace giftbox::reports {

const std::vector<foundation::Column>& recipientHistoryColumns();
/// Writes the months in which something happened for a recipient, and ends the writer. Withdrawn nominations and
/// unpacked boxes do not count.
void writeRecipientHistory(const books::ReadTransaction& tx, books::RecipientNo recipient,
                           foundation::RowWriter& out);

} // namespace giftbox::reports
