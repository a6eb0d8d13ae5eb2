#include "operations/order_things.h"

#include "operations/table.h"
#include "purchasing/order.h"
#include "reports/cells.h"

namespace giftbox::operations {

using purchasing::Order;

void readOrderHead(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    static const std::vector<Column> columns = {{"expected", "Expected", ColumnType::Date},
                                                {"note", "Note", ColumnType::Text},
                                                {"ship_to", "Ship to", ColumnType::Text}};
    const Order order = purchasing::requireOrder(tx, {call.integer("no")});
    writeRow(out, columns, [&] {
        out.date(order.expectedOn);
        out.text(order.note);
        out.text(order.shipTo);
        out.endRow();
    });
}

void readOrderLine(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    static const std::vector<Column> columns = {
        {"units", "Units", ColumnType::Integer},
        {"cost", "Total cost", ColumnType::Amount, Cells::MaybeEmpty}};
    const Order order = purchasing::requireOrder(tx, {call.integer("no")});
    const auto item = inventory::requireItem(tx, call.text("sku")).number;
    out.begin(columns);
    for (const purchasing::OrderLine& line : order.lines) {
        if (line.item == item) {
            out.integer(line.units);
            reports::amountOrEmpty(out, line.cost);
            out.endRow();
        }
    }
    out.end();
}

void takeLineAway(const SeenRows& before, foundation::JsonBody& undo)
{
    if (before.empty()) {
        undo.fields.insert_or_assign("units", std::int64_t{0});
    }
}

} // namespace giftbox::operations
