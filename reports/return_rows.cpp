#include "reports/return_rows.h"

#include "reports/cells.h"

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Money;
using foundation::RowWriter;

const std::vector<Column>& supplierReturnColumns()
{
    static const std::vector<Column> columns = {
        {"return", "Return", ColumnType::Integer},
        {"on", "Day", ColumnType::Date},
        {"lot", "Lot", ColumnType::Integer},
        {"reference", "Reference", ColumnType::Text},
        {"supplier", "Supplier", ColumnType::Text},
        {"sku", "SKU", ColumnType::Code},
        {"name", "Name", ColumnType::Text},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount},
        {"reason", "Reason", ColumnType::Text},
        {"state", "State", ColumnType::Code},
        {"credited_on", "Credited", ColumnType::Date, Cells::MaybeEmpty},
        {"credit", "Credit", ColumnType::Amount, Cells::MaybeEmpty},
        {"variance", "Variance", ColumnType::Amount, Cells::MaybeEmpty},
        {"credit_reference", "Credit note", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

void writeSupplierReturn(const purchasing::RecordedReturn& returned, RowWriter& out)
{
    const bool isCredited = returned.creditedOn.has_value();
    out.integer(returned.movement);
    out.date(returned.on);
    out.integer(returned.lot.value);
    out.text(returned.reference);
    out.text(returned.supplier);
    out.code(returned.sku);
    out.text(returned.name);
    out.integer(returned.units);
    out.amount(returned.cost);
    out.text(returned.reason);
    out.code(returned.state());
    dateOrEmpty(out, returned.creditedOn);
    amountOrEmpty(out, isCredited ? std::optional(returned.credit()) : std::nullopt);
    amountOrEmpty(out, isCredited ? std::optional(returned.variance) : std::nullopt);
    sentenceOrEmpty(out, returned.creditReference);
    out.endRow();
}

const std::vector<Column>& returnedUnitsColumns()
{
    static const std::vector<Column> columns = {
        {"return", "Return", ColumnType::Integer},
        {"lot", "Lot", ColumnType::Integer},
        {"reference", "Reference", ColumnType::Text},
        {"supplier", "Supplier", ColumnType::Text},
        {"sku", "Item", ColumnType::Code},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount},
        {"on", "Day", ColumnType::Date},
        {"units_now", "On hand", ColumnType::Integer},
        {"remaining", "Remaining for restocking", ColumnType::Amount, Cells::MaybeEmpty}};
    return columns;
}

void writeReturnedUnits(const purchasing::ReturnedUnits& returned, RowWriter& out)
{
    out.integer(returned.movement);
    out.integer(returned.receipt.lot.value);
    out.text(returned.receipt.reference);
    out.text(returned.receipt.supplier);
    out.code(returned.receipt.sku);
    out.integer(returned.units);
    out.amount(returned.cost);
    out.date(returned.on);
    out.integer(returned.unitsNow);
    amountOrEmpty(out, returned.remaining);
    out.endRow();
}

const std::vector<Column>& creditedReturnColumns()
{
    static const std::vector<Column> columns = {
        {"return", "Return", ColumnType::Integer}, {"sku", "Item", ColumnType::Code},
        {"units", "Units", ColumnType::Integer},   {"cost", "Cost", ColumnType::Amount},
        {"credit", "Credit", ColumnType::Amount},  {"variance", "Variance", ColumnType::Amount},
        {"on", "Day", ColumnType::Date},           {"reference", "Credit note", ColumnType::Text}};
    return columns;
}

void writeCreditedReturn(const purchasing::CreditedReturn& credited, RowWriter& out)
{
    const purchasing::RecordedReturn& returned = credited.returned;
    out.integer(returned.movement);
    out.code(returned.sku);
    out.integer(returned.units);
    out.amount(returned.cost);
    out.amount(credited.credit.amount);
    out.amount(credited.variance);
    out.date(credited.credit.on);
    out.text(credited.credit.reference);
    out.endRow();
}

} // namespace giftbox::reports
