#include "reports/delivery_rows.h"

#include "budget/authorize.h"
#include "reports/cells.h"
#include "reports/item_rows.h"

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;

const std::vector<Column>& deliveryColumns()
{
    static const std::vector<Column> columns = {
        {"delivery", "Delivery", ColumnType::Integer},
        {"received_on", "Received", ColumnType::Date},
        {"source", "Source", ColumnType::Code},
        {"supplier", "Supplier", ColumnType::Text},
        {"reference", "Reference", ColumnType::Text},
        {"authorized_by", "Authorized by", ColumnType::Text},
        {"lines", "Lines", ColumnType::Integer},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount}};
    return columns;
}

void writeDelivery(const purchasing::RecordedDelivery& delivery, RowWriter& out)
{
    out.integer(delivery.number.value);
    out.date(delivery.receivedOn);
    out.code(delivery.source);
    out.text(delivery.supplier);
    out.text(delivery.reference);
    out.text(delivery.authorizedBy);
    out.integer(delivery.lines);
    out.integer(delivery.units);
    out.amount(delivery.cost);
    out.endRow();
}

const std::vector<Column>& deliveredLotColumns()
{
    static const std::vector<Column> columns = {
        {"lot", "Lot", ColumnType::Integer},
        {"sku", "SKU", ColumnType::Code},
        {"name", "Name", ColumnType::Text},
        {"received_units", "Units received", ColumnType::Integer},
        {"received_cost", "Cost received", ColumnType::Amount},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount},
        {"units_left", "Units remaining", ColumnType::Integer},
        {"reversed_on", "Reversed", ColumnType::Date, Cells::MaybeEmpty},
        {"order", "Order", ColumnType::Code, Cells::MaybeEmpty}};
    return columns;
}

void writeDeliveredLot(const purchasing::DeliveredLot& lot, RowWriter& out)
{
    out.integer(lot.lot.value);
    out.code(lot.sku);
    out.text(lot.name);
    out.integer(lot.receivedUnits);
    out.amount(lot.receivedCost);
    out.integer(lot.units);
    out.amount(lot.cost);
    out.integer(lot.unitsLeft);
    dateOrEmpty(out, lot.reversedOn);
    lot.order ? out.code(toText(*lot.order)) : out.empty();
    out.endRow();
}

const std::vector<Column>& receivedDeliveryColumns()
{
    static const std::vector<Column> columns = [] {
        std::vector<Column> all = {{"delivery", "Delivery", ColumnType::Integer}};
        all.insert(all.end(), receivedColumns().begin(), receivedColumns().end());
        return all;
    }();
    return columns;
}

void writeReceivedDelivery(const books::Store& store, const purchasing::ReceivedDelivery& delivery,
                           RowWriter& out)
{
    for (const purchasing::ReceivedLine& line : delivery.lines) {
        out.integer(delivery.number.value);
        writeReceived(store, line.receipt, line.lot, out);
    }
}

const std::vector<Column>& freightShareColumns()
{
    static const std::vector<Column> columns = {
        {"freight", "Freight", ColumnType::Integer},
        {"lot", "Lot", ColumnType::Integer},
        {"sku", "Item", ColumnType::Code},
        {"share", "Share", ColumnType::Amount},
        {"cost", "Cost", ColumnType::Amount},
        {"variance", "Variance", ColumnType::Amount},
        {"on", "Day", ColumnType::Date},
        {"remaining", "Remaining for restocking", ColumnType::Amount, Cells::MaybeEmpty},
        {"warning", "Warning", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

void writeFreightShares(const books::Store& store, const purchasing::AddedFreight& freight,
                        RowWriter& out)
{
    for (const purchasing::FreightShare& one : freight.shares) {
        out.integer(freight.number);
        out.integer(one.receipt.lot.value);
        out.code(one.receipt.sku);
        out.amount(one.share);
        out.amount(one.receipt.cost + one.share);
        out.amount(one.change.variance);
        out.date(one.change.on);
        amountOrEmpty(out, freight.remaining);
        out.sentences(sentencesOf(store, one.change.verdict.warned));
        out.endRow();
    }
}

} // namespace giftbox::reports
