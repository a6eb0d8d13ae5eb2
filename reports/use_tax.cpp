#include "reports/use_tax.h"

#include "reports/statements.h"

namespace giftbox::reports {

using foundation::Column;
using foundation::ColumnType;

void visitUseTax(const books::ReadTransaction& tx, foundation::Month first, foundation::Month last,
                 const std::function<void(const UseTaxOfMonth&)>& visit)
{
    for (const auto& row : tx.database().query(
             sql::UseTax{.storeId = tx.storeId(), .firstMonth = first, .lastMonth = last})) {
        visit({.month = row.month, .units = row.units, .cost = row.cost, .returned = row.returned});
    }
}

const std::vector<Column>& useTaxColumns()
{
    static const std::vector<Column> columns = {
        {"month", "Month", ColumnType::Date},
        {"units", "Units from parts transfers", ColumnType::Integer},
        {"cost", "Given at cost", ColumnType::Amount},
        {"returned_cost", "From unpacked boxes", ColumnType::Amount}};
    return columns;
}

void writeUseTax(const books::ReadTransaction& tx, foundation::Month first, foundation::Month last,
                 foundation::RowWriter& out)
{
    out.begin(useTaxColumns());
    visitUseTax(tx, first, last, [&](const UseTaxOfMonth& row) {
        out.month(row.month);
        out.integer(row.units);
        out.amount(row.cost);
        out.amount(row.returned);
        out.endRow();
    });
    out.end();
}

} // namespace giftbox::reports
