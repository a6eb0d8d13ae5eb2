#include "reports/bill_rows.h"

#include "budget/authorize.h"
#include "reports/cells.h"

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;

const std::vector<Column>& billedLotColumns()
{
    static const std::vector<Column> columns = {
        {"bill", "Bill", ColumnType::Integer},
        {"lot", "Lot", ColumnType::Integer},
        {"sku", "Item", ColumnType::Code},
        {"received_cost", "Cost received", ColumnType::Amount},
        {"cost", "Cost billed", ColumnType::Amount},
        {"variance", "Variance", ColumnType::Amount},
        {"on", "Day of the change", ColumnType::Date, Cells::MaybeEmpty},
        {"warning", "Warning", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

void writeBilledLots(const books::Store& store, const purchasing::RecordedBill& bill,
                     RowWriter& out)
{
    for (const purchasing::BilledLot& lot : bill.lots) {
        const bool isChanged = lot.amount != lot.received();
        out.integer(bill.number);
        out.integer(lot.receipt.lot.value);
        out.code(lot.receipt.sku);
        out.amount(lot.received());
        out.amount(lot.amount);
        out.amount(lot.change.variance);
        dateOrEmpty(out, isChanged ? std::optional(lot.change.on) : std::nullopt);
        out.sentences(sentencesOf(store, lot.change.verdict.warned));
        out.endRow();
    }
}

const std::vector<Column>& billColumns()
{
    static const std::vector<Column> columns = {
        {"bill", "Bill", ColumnType::Integer},
        {"billed_on", "Date", ColumnType::Date},
        {"supplier", "Supplier", ColumnType::Text},
        {"reference", "Bill number", ColumnType::Text},
        {"amount", "Amount", ColumnType::Amount},
        {"lots", "Lots", ColumnType::Integer},
        {"state", "State", ColumnType::Code},
        {"reversed_on", "Reversed", ColumnType::Date, Cells::MaybeEmpty}};
    return columns;
}

void writeBill(const purchasing::BillInBooks& bill, RowWriter& out)
{
    out.integer(bill.number);
    out.date(bill.on);
    out.text(bill.supplier);
    out.text(bill.reference);
    out.amount(bill.amount);
    out.integer(bill.lots);
    out.code(bill.state());
    dateOrEmpty(out, bill.reversedOn);
    out.endRow();
}

const std::vector<Column>& lotOfBillColumns()
{
    static const std::vector<Column> columns = {{"lot", "Lot", ColumnType::Integer},
                                                {"sku", "SKU", ColumnType::Code},
                                                {"name", "Name", ColumnType::Text},
                                                {"amount", "Amount", ColumnType::Amount},
                                                {"change", "Changed by", ColumnType::Amount}};
    return columns;
}

void writeLotOfBill(const purchasing::LotOfBill& lot, RowWriter& out)
{
    out.integer(lot.lot.value);
    out.code(lot.sku);
    out.text(lot.name);
    out.amount(lot.amount);
    out.amount(lot.change);
    out.endRow();
}

const std::vector<Column>& freightColumns()
{
    static const std::vector<Column> columns = {
        {"freight", "Freight", ColumnType::Integer},
        {"delivery", "Delivery", ColumnType::Integer},
        {"supplier", "Charged by", ColumnType::Text},
        {"reference", "Reference", ColumnType::Text},
        {"amount", "Amount", ColumnType::Amount},
        {"by", "Shared by", ColumnType::Code},
        {"state", "State", ColumnType::Code},
        {"reversed_on", "Reversed", ColumnType::Date, Cells::MaybeEmpty}};
    return columns;
}

void writeFreight(const purchasing::RecordedFreight& freight, RowWriter& out)
{
    out.integer(freight.number);
    out.integer(freight.delivery.value);
    out.text(freight.supplier);
    out.text(freight.reference);
    out.amount(freight.amount);
    out.code(freight.by);
    out.code(freight.state());
    dateOrEmpty(out, freight.reversedOn);
    out.endRow();
}

namespace {

/// `first` is the column of the number.
std::vector<Column> reversedColumns(const Column& first)
{
    return {first,
            {"supplier", "Supplier", ColumnType::Text},
            {"reference", "Reference", ColumnType::Text},
            {"amount", "Amount", ColumnType::Amount},
            {"lots", "Lots changed", ColumnType::Integer},
            {"variance", "Variance", ColumnType::Amount}};
}

} // namespace

const std::vector<Column>& reversedBillColumns()
{
    static const auto columns = reversedColumns({"bill", "Bill", ColumnType::Integer});
    return columns;
}

const std::vector<Column>& reversedFreightColumns()
{
    static const auto columns = reversedColumns({"freight", "Freight", ColumnType::Integer});
    return columns;
}

void writeReversedCharge(const purchasing::ReversedCharge& charge, RowWriter& out)
{
    out.integer(charge.number);
    out.text(charge.supplier);
    out.text(charge.reference);
    out.amount(charge.amount);
    out.integer(std::ssize(charge.lots));
    out.amount(charge.variance);
    out.endRow();
}

const std::vector<Column>& unbilledColumns()
{
    static const std::vector<Column> columns = {
        {"lot", "Lot", ColumnType::Integer},
        {"received_on", "Received", ColumnType::Date},
        {"age_days", "Age (days)", ColumnType::Integer},
        {"supplier", "Supplier", ColumnType::Text},
        {"reference", "Reference", ColumnType::Text},
        {"delivery", "Delivery", ColumnType::Integer, Cells::MaybeEmpty},
        {"sku", "SKU", ColumnType::Code},
        {"name", "Name", ColumnType::Text},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount}};
    return columns;
}

std::int64_t ageInDays(const purchasing::UnbilledLot& lot, foundation::Date today)
{
    return daysBetween(lot.receivedOn, today);
}

void writeUnbilled(const purchasing::UnbilledLot& lot, foundation::Date today, RowWriter& out)
{
    out.integer(lot.lot.value);
    out.date(lot.receivedOn);
    out.integer(ageInDays(lot, today));
    out.text(lot.supplier);
    out.text(lot.reference);
    integerOrEmpty(out, lot.delivery);
    out.code(lot.sku);
    out.text(lot.name);
    out.integer(lot.units);
    out.amount(lot.cost);
    out.endRow();
}

} // namespace giftbox::reports
