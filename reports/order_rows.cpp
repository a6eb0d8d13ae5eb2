#include "reports/order_rows.h"

#include "purchasing/item_supplier.h"
#include "reports/cells.h"

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using purchasing::Order;
using purchasing::SupplierBook;

const std::vector<Column>& orderColumns()
{
    static const std::vector<Column> columns = {{"no", "No.", ColumnType::Integer},
                                                {"order", "Order", ColumnType::Code},
                                                {"supplier", "Supplier", ColumnType::Code},
                                                {"name", "Name", ColumnType::Text},
                                                {"state", "State", ColumnType::Code},
                                                {"expected_on", "Expected", ColumnType::Date},
                                                {"late", "Late", ColumnType::Code},
                                                {"lines", "Lines", ColumnType::Integer},
                                                {"total", "Total", ColumnType::Amount},
                                                {"to_come", "Still to come", ColumnType::Amount},
                                                {"note", "Note", ColumnType::Text},
                                                {"ship_to", "Ship to", ColumnType::Text}};
    return columns;
}

namespace {

void writeOrderCells(const Order& order, const SupplierBook& book, foundation::Date today,
                     RowWriter& out)
{
    const purchasing::Supplier& supplier = book.of(order.supplier).supplier;
    out.integer(order.number.value);
    out.code(toText(order.number));
    out.code(supplier.code);
    out.text(supplier.name);
    out.code(toText(order.state));
    out.date(order.expectedOn);
    out.code(order.isLate(today) ? "yes" : "no");
    out.integer(static_cast<std::int64_t>(order.lines.size()));
    out.amount(order.total());
    out.amount(order.isOpen() ? order.toCome() : foundation::Money{});
    out.text(order.note);
    out.text(order.shipTo);
}

} // namespace

void writeOrder(const Order& order, const SupplierBook& book, foundation::Date today,
                RowWriter& out)
{
    writeOrderCells(order, book, today, out);
    out.endRow();
}

const std::vector<Column>& approvedOrderColumns()
{
    static const std::vector<Column> columns = [] {
        std::vector<Column> all = orderColumns();
        all.push_back({"warning", "Warning", ColumnType::Text, Cells::MaybeEmpty});
        return all;
    }();
    return columns;
}

void writeApprovedOrder(const books::Store& store, const Order& order, const SupplierBook& book,
                        foundation::Date today, const std::vector<budget::PassedCap>& warned,
                        RowWriter& out)
{
    writeOrderCells(order, book, today, out);
    out.sentences(sentencesOf(store, warned));
    out.endRow();
}

const std::vector<Column>& orderLineColumns()
{
    static const std::vector<Column> columns = {
        {"order", "Order", ColumnType::Code},
        {"line", "Line", ColumnType::Integer},
        {"sku", "SKU", ColumnType::Code},
        {"name", "Name", ColumnType::Text},
        {"part_number", "Part number", ColumnType::Text},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount, Cells::MaybeEmpty},
        {"received", "Received", ColumnType::Integer},
        {"to_come", "Still to come", ColumnType::Integer}};
    return columns;
}

void writeOrderLines(const books::ReadTransaction& tx, const Order& order, RowWriter& out)
{
    const auto partNumbers = purchasing::partNumbersOf(tx, order.supplier);
    for (const purchasing::OrderLine& line : order.lines) {
        const auto part = partNumbers.find(line.item);
        out.code(toText(order.number));
        out.integer(line.line);
        out.code(line.sku);
        out.text(line.name);
        out.text(part == partNumbers.end() ? "" : part->second);
        out.integer(line.units);
        amountOrEmpty(out, line.cost);
        out.integer(line.received());
        out.integer(line.toCome());
        out.endRow();
    }
}

const std::vector<Column>& restockColumns()
{
    static const std::vector<Column> columns = {
        {"sku", "SKU", ColumnType::Code},
        {"name", "Name", ColumnType::Text},
        {"supplier", "Supplier", ColumnType::Text},
        {"units", "On hand", ColumnType::Integer},
        {"available", "Available", ColumnType::Integer},
        {"on_order", "On order", ColumnType::Integer},
        {"reorder_point", "Reorder point", ColumnType::Integer, Cells::MaybeEmpty},
        {"par_level", "Par", ColumnType::Integer, Cells::MaybeEmpty},
        {"pack_size", "Pack", ColumnType::Integer},
        {"units_to_buy", "Buy", ColumnType::Integer},
        {"estimated_cost", "Estimated cost", ColumnType::Amount, Cells::MaybeEmpty},
        {"lead_time_days", "Lead time (days)", ColumnType::Integer, Cells::MaybeEmpty}};
    return columns;
}

void writeRestockLine(const purchasing::RestockLine& line, RowWriter& out)
{
    out.code(line.sku);
    out.text(line.name);
    out.text(line.supplier);
    out.integer(line.units);
    out.integer(line.available());
    out.integer(line.onOrder);
    integerOrEmpty(out, line.reorderPoint);
    integerOrEmpty(out, line.parLevel);
    out.integer(line.packSize);
    out.integer(line.unitsToBuy);
    amountOrEmpty(out, line.estimatedCost);
    integerOrEmpty(out, line.leadTimeDays);
    out.endRow();
}

} // namespace giftbox::reports
