#include "exchange/export.h"

#include "exchange/statements.h"
#include "purchasing/order.h"
#include "reports/cells.h"

#include <array>

namespace giftbox::exchange {

using books::ReadTransaction;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using purchasing::Order;

namespace {

/// The columns of one step of an order.
struct StepCells {
    std::optional<foundation::Date> on;
    std::string by;
};

void writeSteps(const std::array<StepCells, 3>& steps, RowWriter& out)
{
    for (const StepCells& step : steps) {
        reports::dateOrEmpty(out, step.on);
        out.text(step.by);
    }
}

std::array<StepCells, 3> stepsOf(const ReadTransaction& tx, const Order& order)
{
    std::array<StepCells, 3> steps;
    for (const purchasing::RecordedStep& one : purchasing::stepsNow(tx, order.number)) {
        const std::size_t place = one.state == purchasing::OrderState::Approved  ? 0
                                  : one.state == purchasing::OrderState::Ordered ? 1
                                                                                 : 2;
        steps.at(place) = {.on = one.on, .by = one.actor};
    }
    return steps;
}

void writeOrderRows(const ReadTransaction& tx, const Order& order,
                    const purchasing::SupplierBook& book, RowWriter& out)
{
    const std::array<StepCells, 3> steps = stepsOf(tx, order);
    for (const purchasing::OrderLine& line : order.lines) {
        out.code(toText(order.number));
        out.code(book.of(order.supplier).supplier.code);
        out.date(order.expectedOn);
        out.code(toText(recordedState(order.state)));
        writeSteps(steps, out);
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
                                                {"approved_on", "Approved", ColumnType::Date},
                                                {"approved_by", "Approved by", ColumnType::Text},
                                                {"ordered_on", "Ordered", ColumnType::Date},
                                                {"ordered_by", "Ordered by", ColumnType::Text},
                                                {"ended_on", "Ended", ColumnType::Date},
                                                {"ended_by", "Ended by", ColumnType::Text},
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
            if (order.state != purchasing::OrderState::Undone) {
                writeOrderRows(tx, order, book, out);
            }
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
        {"reason", "Reason", ColumnType::Text},
        {"freight", "Freight", ColumnType::Amount}};
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
        row.freight == foundation::Money{} ? out.empty() : out.amount(row.freight);
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::exchange
