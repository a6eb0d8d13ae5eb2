#include "reports/supplier_rows.h"

#include "reports/cells.h"

#include <algorithm>

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;

const std::vector<Column>& supplierColumns()
{
    static const std::vector<Column> columns = [] {
        std::vector<Column> all = columnsOf(purchasing::supplierFields());
        std::ranges::find(all, "minimum_order", &Column::name)->cells = Cells::MaybeEmpty;
        return all;
    }();
    return columns;
}

void writeSupplier(const purchasing::Supplier& supplier, RowWriter& out)
{
    writeCells(purchasing::supplierFields(), supplier, out);
    out.endRow();
}

const std::vector<Column>& itemSupplierColumns()
{
    static const std::vector<Column> columns = {
        {"supplier", "Supplier", ColumnType::Code},
        {"name", "Name", ColumnType::Text},
        {"part_number", "Part number", ColumnType::Text},
        {"pack_size", "Pack size", ColumnType::Integer, Cells::MaybeEmpty},
        {"last_cost", "Last cost", ColumnType::Amount, Cells::MaybeEmpty},
        {"last_units", "For units", ColumnType::Integer, Cells::MaybeEmpty},
        {"last_on", "Bought", ColumnType::Date, Cells::MaybeEmpty},
        {"preferred", "Preferred", ColumnType::Code}};
    return columns;
}

void writeItemSupplier(const purchasing::Supplier& supplier, const purchasing::ItemSupplier& at,
                       RowWriter& out)
{
    out.code(supplier.code);
    out.text(supplier.name);
    out.text(at.partNumber);
    integerOrEmpty(out, at.packSize);
    at.lastOn ? out.amount(at.lastCost) : out.empty();
    at.lastOn ? out.integer(at.lastUnits) : out.empty();
    at.lastOn ? out.date(*at.lastOn) : out.empty();
    out.code(at.isPreferred ? "yes" : "no");
    out.endRow();
}

const std::vector<Column>& purchaseColumns()
{
    static const std::vector<Column> columns = {
        {"lot", "Lot", ColumnType::Integer},
        {"received_on", "Received", ColumnType::Date},
        {"sku", "SKU", ColumnType::Code},
        {"item", "Item", ColumnType::Text},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount},
        {"reference", "Reference", ColumnType::Text},
        {"reversed_on", "Reversed", ColumnType::Date, Cells::MaybeEmpty}};
    return columns;
}

void writePurchase(const purchasing::Purchase& purchase, RowWriter& out)
{
    out.integer(purchase.lot.value);
    out.date(purchase.receivedOn);
    out.code(purchase.sku);
    out.text(purchase.itemName);
    out.integer(purchase.units);
    out.amount(purchase.cost);
    out.text(purchase.reference);
    purchase.reversedOn ? out.date(*purchase.reversedOn) : out.empty();
    out.endRow();
}

} // namespace giftbox::reports
