#include "exchange/export.h"

#include "exchange/statements.h"
#include "gifting/box_tax.h"
#include "gifting/recipient.h"
#include "inventory/stock.h"
#include "purchasing/supplier_book.h"
#include "reports/cells.h"
#include "reports/item_rows.h"
#include "reports/recipient_rows.h"
#include "reports/shelf_rows.h"

namespace giftbox::exchange {

using books::ReadTransaction;
using foundation::Column;
using foundation::ColumnType;
using foundation::Date;
using foundation::firstDayOf;
using foundation::lastDayOf;
using foundation::Period;
using foundation::Personal;
using foundation::RowWriter;
using reports::dateOrEmpty;
using reports::textOrEmpty;

namespace {

void wordsOrEmpty(RowWriter& out, const std::optional<std::string_view>& words)
{
    words ? out.personal(Personal::Words, *words) : out.empty();
}

/// All fields of an import file.
template <class T, class List, class Thing>
void exportFields(foundation::Fields<T> fields, RowWriter& out, List list, Thing thing)
{
    out.begin(fileColumnsOf(fields));
    list([&](const auto& one) {
        writeFileCells(fields, thing(one), out);
        out.endRow();
    });
    out.end();
}

const std::vector<Column>& boxLineColumns()
{
    static const std::vector<Column> columns = {
        {"box", "Box", ColumnType::Text},
        {"recipient", "Recipient", ColumnType::Code},
        {"packed_on", "Packed", ColumnType::Date},
        {"given_on", "Given", ColumnType::Date},
        {"sku", "SKU", ColumnType::Code},
        {"units", "Units", ColumnType::Integer},
        {"labor_minutes", "Minutes", ColumnType::Integer, foundation::Cells::MaybeEmpty},
        {"tax_class", "Tax class", ColumnType::Code, foundation::Cells::MaybeEmpty},
        {"purpose", "Business purpose", ColumnType::Text, foundation::Cells::MaybeEmpty}};
    return columns;
}

} // namespace

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
        {"pack_override", "Pack override reason", ColumnType::Text},
        {"give_override", "Give override reason", ColumnType::Text}};
    out.begin(columns);
    auto rows = tx.database().stream(sql::Boxes{.storeId = tx.storeId(),
                                                .firstMonth = firstDayOf(period) / 100,
                                                .lastMonth = lastDayOf(period) / 100,
                                                .first = firstDayOf(period),
                                                .last = lastDayOf(period)});
    for (const auto& row : rows) {
        out.integer(row.boxNo);
        textOrEmpty(out, row.reference);
        out.personal(Personal::Code, row.recipientCode);
        out.code(row.state);
        out.month(row.month);
        out.date(row.packedOn);
        dateOrEmpty(out, row.givenOn);
        out.amount(row.contents);
        out.amount(row.packaging);
        out.amount(row.labor);
        out.amount(row.total);
        out.integer(row.laborMinutes);
        dateOrEmpty(out, row.unpackedOn);
        wordsOrEmpty(out, row.packOverride);
        wordsOrEmpty(out, row.giveOverride);
        out.endRow();
    }
    out.end();
}

void exportStock(const ReadTransaction& tx, const std::optional<Date>& on, RowWriter& out)
{
    const auto write = [&out](const inventory::StockLine& line) {
        reports::writeStockCells(line, out);
        out.endRow();
    };
    out.begin(reports::stockColumns());
    if (on) {
        inventory::stockOn(tx, *on, write);
    } else {
        inventory::stockNow(tx, write);
    }
    out.end();
}

void exportSuppliers(const ReadTransaction& tx, RowWriter& out)
{
    out.begin(fileColumnsOf(purchasing::supplierFields()));
    for (const purchasing::NumberedSupplier& one : purchasing::SupplierBook(tx).all()) {
        writeFileCells(purchasing::supplierFields(), one.supplier, out);
        out.endRow();
    }
    out.end();
}

void exportItems(const ReadTransaction& tx, RowWriter& out)
{
    exportFields(
        inventory::itemFields(), out, [&](const auto& visit) { inventory::listItems(tx, visit); },
        [](const inventory::NumberedItem& one) { return one.item; });
}

void exportRecipients(const ReadTransaction& tx, RowWriter& out)
{
    exportFields(
        gifting::recipientFields(), out,
        [&](const auto& visit) {
            gifting::listRecipients(tx, [&](const gifting::NumberedRecipient& one) {
                if (!one.recipient.unconfirmed) { // they have no code of the store's yet
                    visit(one);
                }
            });
        },
        [](const gifting::NumberedRecipient& one) { return one.recipient; });
}

void exportReceipts(const ReadTransaction& tx, const Period& period, RowWriter& out)
{
    static const std::vector<Column> columns = {
        {"received_on", "Received", ColumnType::Date}, {"sku", "SKU", ColumnType::Code},
        {"units", "Units", ColumnType::Integer},       {"total_cost", "Cost", ColumnType::Amount},
        {"reference", "Reference", ColumnType::Text},  {"supplier", "Supplier", ColumnType::Text},
        {"source", "Source", ColumnType::Code},        {"line", "Line", ColumnType::Integer},
        {"reason", "Reason", ColumnType::Text}};
    out.begin(columns);
    auto rows = tx.database().stream(sql::Receipts{
        .storeId = tx.storeId(), .last = lastDayOf(period), .first = firstDayOf(period)});
    for (const auto& row : rows) {
        out.date(row.receivedOn);
        out.code(row.sku);
        out.integer(row.units);
        out.amount(row.cost);
        textOrEmpty(out, row.reference);
        out.text(row.supplier);
        out.code(row.source);
        out.integer(row.line);
        out.text(row.reason);
        out.endRow();
    }
    out.end();
}

void exportBoxLines(const ReadTransaction& tx, const Period& period, RowWriter& out)
{
    out.begin(boxLineColumns());
    // An item drawn from several lots has several rows together, which make one line. The first line of a box has its
    // minutes, so that their sum is right, and what the box is for.
    std::int64_t box = 0;
    std::string sku;
    std::int64_t units = 0;
    std::optional<std::int64_t> minutes;
    gifting::BoxTax tax;
    const auto finishLine = [&] {
        if (box != 0) {
            out.integer(units);
            minutes ? out.integer(*minutes) : out.empty();
            tax.taxClass.empty() ? out.empty() : out.code(tax.taxClass);
            wordsOrEmpty(out, tax.purpose);
            out.endRow();
        }
    };
    auto rows = tx.database().stream(sql::BoxLines{.storeId = tx.storeId(),
                                                   .firstMonth = firstDayOf(period) / 100,
                                                   .lastMonth = lastDayOf(period) / 100,
                                                   .first = firstDayOf(period),
                                                   .last = lastDayOf(period)});
    for (const auto& row : rows) {
        if (row.boxNo == box && row.sku == sku) {
            units += row.units;
            continue;
        }
        finishLine();
        const bool isFirst = row.boxNo != box;
        minutes = isFirst ? std::optional(row.laborMinutes) : std::nullopt;
        tax = isFirst ? gifting::BoxTax{.taxClass = std::string(row.taxClass.value_or("")),
                                        .purpose = std::string(row.purpose.value_or(""))}
                      : gifting::BoxTax{};
        box = row.boxNo;
        sku = row.sku;
        units = row.units;
        row.reference ? out.text(*row.reference) : out.text("box-" + std::to_string(box));
        out.personal(Personal::Code, row.recipientCode);
        out.date(row.packedOn);
        dateOrEmpty(out, row.givenOn);
        out.code(sku);
    }
    finishLine();
    out.end();
}

} // namespace giftbox::exchange
