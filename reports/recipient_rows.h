#pragma once

#include "foundation/row_writer.h"
#include "gifting/recipient.h"

#include <vector>

namespace giftbox::reports {

/// The rows that commands and the API show of recipients.
const std::vector<foundation::Column>& recipientColumns();
void writeRecipient(const gifting::Recipient& recipient, foundation::RowWriter& out);
/// The first kRecipientWords cells of writeRecipient: all but the mark, which the file for import writes in its own way.
inline constexpr std::size_t kRecipientWords = 8;
void writeRecipientWords(const gifting::Recipient& recipient, foundation::RowWriter& out);

} // namespace giftbox::reports
