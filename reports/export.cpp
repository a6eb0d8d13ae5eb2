#include "reports/export.h"

#include "gifting/recipient.h"
#include "inventory/stock.h"
#include "reports/item_rows.h"
#include "reports/recipient_rows.h"

namespace giftbox::reports {

using books::ReadTransaction;
using foundation::Column;
using foundation::ColumnType;
using foundation::Date;
using foundation::Month;
using foundation::Personal;
using foundation::Row;
using foundation::Rows;
using foundation::RowWriter;

namespace {

constexpr std::int64_t kFirstDay = 19000101;
constexpr std::int64_t kLastDay = 99991231;

void numberOrEmpty(RowWriter& out, const std::optional<std::int64_t>& number)
{
    number ? out.integer(*number) : out.empty();
}

void integerCell(RowWriter& out, const Row& row, int column)
{
    numberOrEmpty(out, row.maybeInteger(column));
}
void textCell(RowWriter& out, const Row& row, int column)
{
    row.isNull(column) ? out.empty() : out.text(row.text(column));
}
void wordsCell(RowWriter& out, const Row& row, int column)
{
    row.isNull(column) ? out.empty() : out.personal(Personal::Words, row.text(column));
}
void amountCell(RowWriter& out, const Row& row, int column) { out.amount({row.integer(column)}); }

void dateCell(RowWriter& out, const Row& row, int column)
{
    row.isNull(column) ? out.empty()
                       : out.date(Date(static_cast<std::int32_t>(row.integer(column))));
}

/// The first columns as commands list them, and the mark as import reads it.
std::vector<Column> columnsForImport(const std::vector<Column>& listed, std::size_t words,
                                     const Column& mark)
{
    std::vector<Column> columns(listed.begin(),
                                listed.begin() + static_cast<std::ptrdiff_t>(words));
    columns.push_back(mark);
    return columns;
}

} // namespace

std::int64_t firstDayOf(const Period& period)
{
    return period.from ? period.from->number() : kFirstDay;
}
std::int64_t lastDayOf(const Period& period) { return period.to ? period.to->number() : kLastDay; }

void exportBoxes(const ReadTransaction& tx, const Period& period, RowWriter& out)
{
    static const std::vector<Column> columns = {
        {"box", "Box", ColumnType::Integer},
        {"reference", "Reference", ColumnType::Text},
        {"recipient", "Recipient", ColumnType::Code},
        {"state", "State", ColumnType::Code},
        {"month", "Month", ColumnType::Date},
        {"packed_on", "Packed", ColumnType::Date},
        {"given_on", "Given", ColumnType::Date},
        {"contents_cost", "Contents", ColumnType::Amount},
        {"packaging_cost", "Packaging", ColumnType::Amount},
        {"labor_cost", "Labor", ColumnType::Amount},
        {"total_cost", "Total", ColumnType::Amount},
        {"labor_minutes", "Minutes", ColumnType::Integer},
        {"unpacked_on", "Unpacked", ColumnType::Date},
        {"pack_override", "Packed over a cap because", ColumnType::Text},
        {"give_override", "Given over a cap because", ColumnType::Text}};
    out.begin(columns);
    Rows rows = tx.database().stream("reports/boxes", {{"store_id", tx.storeId()},
                                                       {"first", firstDayOf(period)},
                                                       {"last", lastDayOf(period)},
                                                       {"first_month", firstDayOf(period) / 100},
                                                       {"last_month", lastDayOf(period) / 100}});
    while (rows.next()) {
        const Row row = rows.row();
        integerCell(out, row, 0);
        textCell(out, row, 1);
        out.personal(Personal::Code, row.text(2));
        out.code(row.text(3));
        out.month(Month(static_cast<std::int32_t>(row.integer(4))));
        dateCell(out, row, 5);
        dateCell(out, row, 6);
        for (const int column : {7, 8, 9, 10}) {
            amountCell(out, row, column);
        }
        integerCell(out, row, 11);
        dateCell(out, row, 12);
        wordsCell(out, row, 13);
        wordsCell(out, row, 14);
        out.endRow();
    }
    out.end();
}

void exportStock(const ReadTransaction& tx, const std::optional<Date>& on, RowWriter& out)
{
    const auto write = [&out](const inventory::StockLine& line) {
        writeStockCells(line, out);
        out.endRow();
    };
    out.begin(stockColumns());
    if (on) {
        inventory::stockOn(tx, *on, write);
    } else {
        inventory::stockNow(tx, write);
    }
    out.end();
}

const std::vector<Column>& stockColumns()
{
    static const std::vector<Column> columns = {
        {"sku", "SKU", ColumnType::Code},
        {"name", "Name", ColumnType::Text},
        {"kind", "Kind", ColumnType::Code},
        {"category", "Category", ColumnType::Text},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount},
        {"reorder_level", "Reorder at", ColumnType::Integer},
        {"par_level", "Par", ColumnType::Integer}};
    return columns;
}

void writeStockCells(const inventory::StockLine& line, RowWriter& out)
{
    out.code(line.sku);
    out.text(line.name);
    out.code(toText(line.kind));
    out.text(line.category);
    out.integer(line.units);
    out.amount(line.cost);
    numberOrEmpty(out, line.reorderLevel);
    numberOrEmpty(out, line.parLevel);
}

void exportItems(const ReadTransaction& tx, RowWriter& out)
{
    out.begin(columnsForImport(itemColumns(), kItemWords,
                               {"imprinted", "Imprinted", ColumnType::Integer}));
    inventory::listItems(tx, [&out](const inventory::NumberedItem& one) {
        writeItemWords(one.item, out);
        out.integer(one.item.imprinted ? 1 : 0);
        out.endRow();
    });
    out.end();
}

void exportRecipients(const ReadTransaction& tx, RowWriter& out)
{
    out.begin(columnsForImport(recipientColumns(), kRecipientWords,
                               {"do_not_gift", "Do not gift", ColumnType::Integer}));
    gifting::listRecipients(tx, [&out](const gifting::NumberedRecipient& one) {
        writeRecipientWords(one.recipient, out);
        out.integer(one.recipient.doNotGift ? 1 : 0);
        out.endRow();
    });
    out.end();
}

void exportReceipts(const ReadTransaction& tx, const Period& period, RowWriter& out)
{
    static const std::vector<Column> columns = {
        {"received_on", "Received", ColumnType::Date}, {"sku", "SKU", ColumnType::Code},
        {"units", "Units", ColumnType::Integer},       {"total_cost", "Cost", ColumnType::Amount},
        {"reference", "Reference", ColumnType::Text},  {"supplier", "Supplier", ColumnType::Text},
        {"source", "Source", ColumnType::Code},        {"line", "Line", ColumnType::Integer}};
    out.begin(columns);
    Rows rows = tx.database().stream(
        "reports/receipts",
        {{"store_id", tx.storeId()}, {"first", firstDayOf(period)}, {"last", lastDayOf(period)}});
    while (rows.next()) {
        const Row row = rows.row();
        dateCell(out, row, 0);
        out.code(row.text(1));
        integerCell(out, row, 2);
        amountCell(out, row, 3);
        textCell(out, row, 4);
        out.text(row.text(5));
        out.code(row.text(6));
        integerCell(out, row, 7);
        out.endRow();
    }
    out.end();
}

void exportBoxLines(const ReadTransaction& tx, const Period& period, RowWriter& out)
{
    static const std::vector<Column> columns = {{"box", "Box", ColumnType::Text},
                                                {"recipient", "Recipient", ColumnType::Code},
                                                {"packed_on", "Packed", ColumnType::Date},
                                                {"given_on", "Given", ColumnType::Date},
                                                {"sku", "SKU", ColumnType::Code},
                                                {"units", "Units", ColumnType::Integer},
                                                {"labor_minutes", "Minutes", ColumnType::Integer}};
    out.begin(columns);
    Rows rows =
        tx.database().stream("reports/box_lines", {{"store_id", tx.storeId()},
                                                   {"first", firstDayOf(period)},
                                                   {"last", lastDayOf(period)},
                                                   {"first_month", firstDayOf(period) / 100},
                                                   {"last_month", lastDayOf(period) / 100}});
    // An item drawn from several lots stands in as many rows together: they are one line.
    std::int64_t box = 0;
    std::string sku;
    std::int64_t units = 0;
    std::int64_t minutes = 0;
    const auto finishLine = [&] {
        if (box != 0) {
            out.integer(units);
            out.integer(minutes);
            out.endRow();
        }
    };
    while (rows.next()) {
        const Row row = rows.row();
        if (row.integer(1) == box && row.text(5) == sku) {
            units += row.integer(6);
            continue;
        }
        finishLine();
        box = row.integer(1);
        sku = row.text(5);
        units = row.integer(6);
        minutes = row.integer(7);
        row.isNull(0) ? out.text("box-" + std::to_string(box)) : out.text(row.text(0));
        out.personal(Personal::Code, row.text(2));
        dateCell(out, row, 3);
        dateCell(out, row, 4);
        out.code(sku);
    }
    finishLine();
    out.end();
}

} // namespace giftbox::reports
