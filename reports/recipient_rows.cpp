#include "reports/recipient_rows.h"

#include "reports/cells.h"

namespace giftbox::reports {

using foundation::Column;
using foundation::ColumnType;
using foundation::Personal;

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
    writeRecipient(recipient.code, recipient.name, out);
    out.personal(Personal::Words, recipient.group);
    out.code(toText(recipient.kind));
    for (const std::string& words :
         {recipient.note, recipient.household, gifting::toText(recipient.sizes),
          gifting::toText(recipient.tastes)}) {
        out.personal(Personal::Words, words);
    }
}

void writeRecipient(const gifting::Recipient& recipient, foundation::RowWriter& out)
{
    writeRecipientWords(recipient, out);
    out.code(recipient.doNotGift ? "yes" : "no");
    out.endRow();
}

} // namespace giftbox::reports
