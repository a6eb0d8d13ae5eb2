#include "reports/receipt_sums.h"

#include "reports/cells.h"
#include "reports/statements.h"

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;

const std::vector<Column>& receiptSumColumns()
{
    static const std::vector<Column> columns = {
        {"supplier", "Supplier", ColumnType::Text, Cells::MaybeEmpty},
        {"source", "Source", ColumnType::Code},
        {"receipts", "Receipts", ColumnType::Integer},
        {"units", "Units", ColumnType::Integer},
        {"received_cost", "Received", ColumnType::Amount},
        {"corrected_cost", "Corrected", ColumnType::Amount},
        {"reversed_cost", "Reversed", ColumnType::Amount},
        {"returned_cost", "Returned", ColumnType::Amount},
        {"restock_cost", "Restock", ColumnType::Amount}};
    return columns;
}

void writeReceiptSums(const books::ReadTransaction& tx, foundation::Month first,
                      foundation::Month last, foundation::RowWriter& out)
{
    out.begin(receiptSumColumns());
    for (const auto& row : tx.database().query(sql::ReceiptsBySupplier{
             .storeId = tx.storeId(), .firstMonth = first, .lastMonth = last})) {
        sentenceOrEmpty(out, std::string(row.supplier));
        out.code(row.source);
        out.integer(row.receipts);
        out.integer(row.units);
        out.amount(row.received);
        out.amount(row.corrected);
        out.amount(row.reversed);
        out.amount(row.returned);
        out.amount(row.received + row.corrected + row.reversed + row.returned);
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::reports
