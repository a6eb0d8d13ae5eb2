#pragma once

#include "foundation/row_writer.h"
#include "gifting/recipient.h"

#include <vector>

namespace giftbox::reports {

/// The rows that commands and the API show for recipients.
const std::vector<foundation::Column>& recipientColumns();
void writeRecipient(const gifting::Recipient& recipient, foundation::RowWriter& out);

} // namespace giftbox::reports
