#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

namespace giftbox::reports {

const std::vector<foundation::Column>& recipientHistoryColumns();
/// Writes a recipient's months in which anything happened, and ends the writer.
/// Nominations withdrawn and boxes unpacked do not count.
void writeRecipientHistory(const books::ReadTransaction& tx, books::RecipientNo recipient,
                           foundation::RowWriter& out);

} // namespace giftbox::reports
