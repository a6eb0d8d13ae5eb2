#include "reports/item_rows.h"

#include "budget/authorize.h"
#include "reports/cells.h"

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;

const std::vector<Column>& itemColumns()
{
    static const std::vector<Column> columns = columnsOf(inventory::itemFields());
    return columns;
}

void writeItem(const inventory::Item& item, RowWriter& out)
{
    writeCells(inventory::itemFields(), item, out);
    out.endRow();
}

const std::vector<Column>& pictureColumns()
{
    static const std::vector<Column> columns = {{"sku", "SKU", ColumnType::Code},
                                                {"name", "Name", ColumnType::Text},
                                                {"media_type", "Kind of picture", ColumnType::Code},
                                                {"bytes", "Bytes", ColumnType::Integer},
                                                {"digest", "SHA-256", ColumnType::Code}};
    return columns;
}

void writePicture(const inventory::KeptPicture& kept, RowWriter& out)
{
    out.code(kept.item.sku);
    out.text(kept.item.name);
    out.code(kept.mediaType);
    out.integer(kept.bytes);
    out.code(kept.mark.digest);
    out.endRow();
}

const std::vector<Column>& openLotColumns()
{
    static const std::vector<Column> columns = {
        {"lot", "Lot", ColumnType::Integer},
        {"received_on", "Received", ColumnType::Date},
        {"units_left", "Units remaining", ColumnType::Integer},
        {"cost_left", "Cost remaining", ColumnType::Amount}};
    return columns;
}

void writeOpenLot(const inventory::OpenLot& lot, RowWriter& out)
{
    out.integer(lot.number.value);
    out.date(lot.receivedOn);
    out.integer(lot.unitsLeft);
    out.amount(lot.costLeft);
    out.endRow();
}

foundation::Sentence estimateOf(const books::Store& store, const foundation::PartialSum& estimated)
{
    return foundation::Sentence(
        estimated.isWhole()     ? "part.estimate"
        : estimated.summed == 0 ? "part.estimate_none"
                                : "part.estimate_part",
        {{"cost", store.money(estimated.known)}, {"items", estimated.unknown}});
}

const std::vector<Column>& receivedColumns()
{
    static const std::vector<Column> columns = {
        {"lot", "Lot", ColumnType::Integer},
        {"reference", "Reference", ColumnType::Text},
        {"sku", "Item", ColumnType::Code},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount},
        {"received_on", "Received", ColumnType::Date},
        {"remaining", "Remaining for restocking", ColumnType::Amount, Cells::MaybeEmpty},
        {"warning", "Warning", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

void writeReceived(const books::Store& store, const purchasing::Receipt& receipt,
                   const purchasing::ReceivedLot& received, RowWriter& out)
{
    out.integer(received.lot.value);
    out.text(received.reference);
    out.code(received.sku);
    out.integer(receipt.units);
    out.amount(receipt.cost);
    out.date(receipt.receivedOn);
    amountOrEmpty(out, received.remaining);
    out.sentences(sentencesOf(store, received.verdict.warned));
    out.endRow();
}

const std::vector<Column>& reversedColumns()
{
    static const std::vector<Column> columns = {
        {"lot", "Lot", ColumnType::Integer},
        {"reference", "Reference", ColumnType::Text},
        {"sku", "Item", ColumnType::Code},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount},
        {"on", "Day", ColumnType::Date},
        {"units_now", "On hand", ColumnType::Integer},
        {"remaining", "Remaining for restocking", ColumnType::Amount, Cells::MaybeEmpty}};
    return columns;
}

void writeReversed(const purchasing::ReversedReceipt& reversed, RowWriter& out)
{
    out.integer(reversed.receipt.lot.value);
    out.text(reversed.receipt.reference);
    out.code(reversed.receipt.sku);
    out.integer(-reversed.receipt.units);
    out.amount(-reversed.receipt.cost);
    out.date(reversed.on);
    out.integer(reversed.unitsNow);
    amountOrEmpty(out, reversed.remaining);
    out.endRow();
}

const std::vector<Column>& correctedColumns()
{
    static const std::vector<Column> columns = {
        {"lot", "Lot", ColumnType::Integer},
        {"reference", "Reference", ColumnType::Text},
        {"supplier", "Supplier", ColumnType::Text},
        {"sku", "Item", ColumnType::Code},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount},
        {"on", "Day", ColumnType::Date},
        {"variance", "Variance", ColumnType::Amount},
        {"units_now", "On hand", ColumnType::Integer},
        {"remaining", "Remaining for restocking", ColumnType::Amount, Cells::MaybeEmpty},
        {"warning", "Warning", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

void writeCorrected(const books::Store& store, const purchasing::CorrectedReceipt& corrected,
                    RowWriter& out)
{
    const purchasing::RecordedReceipt& receipt = corrected.receipt;
    out.integer(receipt.lot.value);
    out.text(receipt.reference);
    out.text(receipt.supplier);
    out.code(receipt.sku);
    out.integer(receipt.units);
    out.amount(receipt.cost);
    out.date(corrected.change.on);
    out.amount(corrected.change.variance);
    out.integer(corrected.unitsNow);
    amountOrEmpty(out, corrected.remaining);
    out.sentences(sentencesOf(store, corrected.change.verdict.warned));
    out.endRow();
}

const std::vector<Column>& adjustmentColumns()
{
    static const std::vector<Column> columns = {
        {"sku", "Item", ColumnType::Code},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount},
        {"units_now", "On hand", ColumnType::Integer},
        {"on", "Day", ColumnType::Date},
        {"movement", "Movement", ColumnType::Integer, Cells::MaybeEmpty}};
    return columns;
}

void writeAdjustment(const gifting::Adjustment& done, RowWriter& out)
{
    out.code(done.sku);
    out.integer(done.units);
    out.amount(done.cost);
    out.integer(done.unitsNow);
    out.date(done.on);
    integerOrEmpty(out, done.movement);
    out.endRow();
}

} // namespace giftbox::reports
