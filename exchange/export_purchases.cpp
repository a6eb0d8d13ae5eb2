#include "exchange/export.h"

#include "exchange/statements.h"
#include "purchasing/order.h"
#include "reports/cells.h"

#include <algorithm>

namespace giftbox::exchange {

using books::ReadTransaction;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using purchasing::Order;

namespace {

void writeOrderRows(const Order& order, const purchasing::SupplierBook& book, RowWriter& out)
{
    for (const purchasing::OrderLine& line : order.lines) {
        out.code(toText(order.number));
        out.code(book.of(order.supplier).supplier.code);
        out.date(order.expectedOn);
        out.code(toText(recordedState(order.state)));
        reports::dateOrEmpty(out, order.stepOn);
        out.text(order.reason);
        out.text(order.note);
        out.text(order.shipTo);
        out.code(line.sku);
        out.integer(line.units);
        reports::amountOrEmpty(out, line.cost);
        out.endRow();
    }
}

} // namespace

void exportOrders(const ReadTransaction& tx, RowWriter& out)
{
    static const std::vector<Column> columns = {{"order", "Order", ColumnType::Code},
                                                {"supplier", "Supplier", ColumnType::Code},
                                                {"expected_on", "Expected", ColumnType::Date},
                                                {"state", "State", ColumnType::Code},
                                                {"step_on", "Last step", ColumnType::Date},
                                                {"reason", "Reason", ColumnType::Text},
                                                {"note", "Note", ColumnType::Text},
                                                {"ship_to", "Ship to", ColumnType::Text},
                                                {"sku", "SKU", ColumnType::Code},
                                                {"units", "Units", ColumnType::Integer},
                                                {"cost", "Cost", ColumnType::Amount}};
    constexpr std::int64_t kOrdersAtOnce = 500;
    const purchasing::SupplierBook book(tx);
    out.begin(columns);
    std::int64_t after = 0;
    for (auto some = purchasing::ordersAfter(tx, after, kOrdersAtOnce); !some.empty();
         some = purchasing::ordersAfter(tx, after, kOrdersAtOnce)) {
        for (const Order& order : some) {
            writeOrderRows(order, book, out);
        }
        after = some.back().number.value;
    }
    out.end();
}

void exportDeliveries(const ReadTransaction& tx, const foundation::Period& period, RowWriter& out)
{
    static const std::vector<Column> columns = {
        {"delivery", "Delivery", ColumnType::Integer},
        {"received_on", "Received", ColumnType::Date},
        {"source", "Source", ColumnType::Code},
        {"document", "Document", ColumnType::Text},
        {"authorized_by", "Authorized by", ColumnType::Text},
        {"order", "Order", ColumnType::Code},
        {"sku", "SKU", ColumnType::Code},
        {"units", "Units", ColumnType::Integer},
        {"total_cost", "Cost", ColumnType::Amount},
        {"reference", "Reference", ColumnType::Text},
        {"supplier", "Supplier", ColumnType::Text},
        {"line", "Line", ColumnType::Integer},
        {"reason", "Reason", ColumnType::Text}};
    out.begin(columns);
    auto rows = tx.database().stream(sql::DeliveryRows{
        .storeId = tx.storeId(), .first = firstDayOf(period), .last = lastDayOf(period)});
    for (const auto& row : rows) {
        out.integer(row.deliveryNo);
        out.date(row.receivedOn);
        out.code(row.source);
        out.text(row.document);
        out.text(row.authorizedBy);
        row.orderNo ? out.code(toText(purchasing::OrderNo{*row.orderNo})) : out.empty();
        out.code(row.sku);
        out.integer(row.units);
        out.amount(row.cost);
        reports::textOrEmpty(out, row.reference);
        out.text(row.supplier);
        out.integer(row.line);
        out.text(row.reason);
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::exchange
