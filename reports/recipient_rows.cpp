#include "reports/recipient_rows.h"

namespace giftbox::reports {

const std::vector<foundation::Column>& recipientColumns()
{
    static const std::vector<foundation::Column> columns = columnsOf(gifting::recipientFields());
    return columns;
}

void writeRecipient(const gifting::Recipient& recipient, foundation::RowWriter& out)
{
    writeCells(gifting::recipientFields(), recipient, out);
    out.endRow();
}

} // namespace giftbox::reports
