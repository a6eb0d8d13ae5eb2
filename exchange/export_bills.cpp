#include "exchange/export.h"
#include "exchange/statements.h"
#include "reports/cells.h"

namespace giftbox::exchange {

using books::ReadTransaction;
using foundation::Column;
using foundation::ColumnType;
using foundation::firstDayOf;
using foundation::lastDayOf;
using foundation::Period;
using foundation::RowWriter;

namespace {

/// The receipt that a row names.
template <class Row>
void writeReceiptKey(const Row& row, RowWriter& out)
{
    out.text(row.receipt);
    out.text(row.receiptSupplier);
    out.code(row.sku);
    out.integer(row.line);
}

} // namespace

void exportBills(const ReadTransaction& tx, const Period& period, RowWriter& out)
{
    static const std::vector<Column> columns = {
        {"supplier", "Supplier", ColumnType::Text},
        {"bill", "Bill", ColumnType::Text},
        {"billed_on", "Date", ColumnType::Date},
        {"receipt", "Receipt", ColumnType::Text},
        {"receipt_supplier", "Received from", ColumnType::Text},
        {"sku", "SKU", ColumnType::Code},
        {"line", "Line", ColumnType::Integer},
        {"amount", "Amount", ColumnType::Amount}};
    out.begin(columns);
    auto rows = tx.database().stream(sql::BillRows{
        .storeId = tx.storeId(), .first = firstDayOf(period), .last = lastDayOf(period)});
    for (const auto& row : rows) {
        out.text(row.supplier);
        out.text(row.reference);
        out.date(row.billedOn);
        writeReceiptKey(row, out);
        out.amount(row.amount);
        out.endRow();
    }
    out.end();
}

void exportFreight(const ReadTransaction& tx, const Period& period, RowWriter& out)
{
    static const std::vector<Column> columns = {
        {"supplier", "Charged by", ColumnType::Text},
        {"freight", "Freight", ColumnType::Text},
        {"receipt", "Receipt", ColumnType::Text},
        {"receipt_supplier", "Received from", ColumnType::Text},
        {"sku", "SKU", ColumnType::Code},
        {"line", "Line", ColumnType::Integer},
        {"amount", "Amount", ColumnType::Amount},
        {"by", "Shared by", ColumnType::Code}};
    out.begin(columns);
    auto rows = tx.database().stream(sql::FreightRows{
        .storeId = tx.storeId(), .first = firstDayOf(period), .last = lastDayOf(period)});
    for (const auto& row : rows) {
        out.text(row.supplier);
        out.text(row.reference);
        writeReceiptKey(row, out);
        out.amount(row.amount);
        out.code(row.sharedBy);
        out.endRow();
    }
    out.end();
}

void exportReturns(const ReadTransaction& tx, const Period& period, RowWriter& out)
{
    static const std::vector<Column> columns = {
        {"returned_on", "Returned", ColumnType::Date},
        {"receipt", "Receipt", ColumnType::Text},
        {"receipt_supplier", "Returned to", ColumnType::Text},
        {"sku", "SKU", ColumnType::Code},
        {"line", "Line", ColumnType::Integer},
        {"units", "Units", ColumnType::Integer},
        {"reason", "Reason", ColumnType::Text},
        {"credited_on", "Credited", ColumnType::Date},
        {"credit_note", "Credit note", ColumnType::Text},
        {"credit", "Credit", ColumnType::Amount}};
    out.begin(columns);
    auto rows = tx.database().stream(sql::ReturnRows{
        .storeId = tx.storeId(), .first = firstDayOf(period), .last = lastDayOf(period)});
    for (const auto& row : rows) {
        out.date(row.movedOn);
        writeReceiptKey(row, out);
        out.integer(row.units);
        out.text(row.reason);
        reports::dateOrEmpty(out, row.creditedOn);
        out.text(row.creditNote);
        row.creditedOn ? out.amount(row.credit) : out.empty();
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::exchange
