#include "cli/box_rows.h"

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::Money;
using foundation::RowWriter;
using gifting::Box;

void amountOrEmpty(RowWriter& out, const std::optional<Money>& amount)
{
    amount ? out.amount(*amount) : out.empty();
}
void dateOrEmpty(RowWriter& out, const std::optional<foundation::Date>& day)
{
    day ? out.date(*day) : out.empty();
}
void textOrEmpty(RowWriter& out, const std::optional<std::string>& text)
{
    text ? out.text(*text) : out.empty();
}

const std::vector<Column>& boxColumns()
{
    static const std::vector<Column> columns = {{"box", "Box", ColumnType::Integer},
                                                {"reference", "Reference", ColumnType::Text},
                                                {"recipient", "Recipient", ColumnType::Code},
                                                {"name", "Name", ColumnType::Text},
                                                {"state", "State", ColumnType::Code},
                                                {"month", "Month", ColumnType::Date},
                                                {"packed_on", "Packed", ColumnType::Date},
                                                {"given_on", "Given", ColumnType::Date},
                                                {"contents_cost", "Contents", ColumnType::Amount},
                                                {"packaging_cost", "Packaging", ColumnType::Amount},
                                                {"labor_cost", "Labor", ColumnType::Amount},
                                                {"total_cost", "Total", ColumnType::Amount}};
    return columns;
}

void writeBoxCells(const Box& box, RowWriter& out)
{
    out.integer(box.number.value);
    textOrEmpty(out, box.reference);
    out.code(box.recipientCode);
    out.text(box.recipientName);
    out.code(toText(box.state));
    out.month(box.month);
    out.date(box.packedOn);
    dateOrEmpty(out, box.givenOn);
    out.amount(box.cost.contents);
    out.amount(box.cost.packaging);
    out.amount(box.cost.labor);
    out.amount(box.cost.total());
}

} // namespace giftbox::cli
