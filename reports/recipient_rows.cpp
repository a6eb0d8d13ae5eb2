#include "reports/recipient_rows.h"

namespace giftbox::reports {

using foundation::Column;
using foundation::ColumnType;

const std::vector<Column>& recipientColumns()
{
    static const std::vector<Column> columns = {{"recipient", "Recipient", ColumnType::Code},
                                                {"name", "Name", ColumnType::Text},
                                                {"group", "Group", ColumnType::Text},
                                                {"kind", "Kind", ColumnType::Code},
                                                {"note", "Note", ColumnType::Text},
                                                {"household", "Household", ColumnType::Text},
                                                {"sizes", "Sizes", ColumnType::Text},
                                                {"tastes", "Tastes", ColumnType::Text},
                                                {"do_not_gift", "Do not gift", ColumnType::Code}};
    return columns;
}

void writeRecipientWords(const gifting::Recipient& recipient, foundation::RowWriter& out)
{
    out.code(recipient.code);
    out.text(recipient.name);
    out.text(recipient.group);
    out.code(toText(recipient.kind));
    out.text(recipient.note);
    out.text(recipient.household);
    out.text(gifting::toText(recipient.sizes));
    out.text(gifting::toText(recipient.tastes));
}

void writeRecipient(const gifting::Recipient& recipient, foundation::RowWriter& out)
{
    writeRecipientWords(recipient, out);
    out.code(recipient.doNotGift ? "yes" : "no");
    out.endRow();
}

} // namespace giftbox::reports
