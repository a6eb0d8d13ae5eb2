#include "purchasing/write_order.h"

#include "foundation/database/batch.h"
#include "foundation/json.h"
#include "purchasing/settle_orders.h"
#include "purchasing/statements.h"

namespace giftbox::purchasing {

using books::WriteTransaction;

void insertVersion(WriteTransaction& tx, const Order& order)
{
    const sql::InsertOrder row{.storeId = tx.storeId(),
                               .orderNo = order.number.value,
                               .version = order.version,
                               .supplierNo = order.supplier.value,
                               .expectedOn = order.expectedOn,
                               .note = order.note,
                               .shipTo = order.shipTo,
                               .eventSeq = tx.event().value};
    tx.facts().add(books::facts::kPurchaseOrder, row.binds());
    tx.database().execute(row);
    foundation::Batch lines = sql::InsertOrderLines::batch();
    std::int64_t line = 0;
    for (const OrderLine& one : order.lines) {
        lines.add(++line).add(one.item.value).add(one.units);
        one.cost ? lines.add(one.cost->minor) : lines.addNull();
    }
    tx.facts().add(books::facts::kOrderLine, lines, row.binds());
    tx.database().executeForEach(sql::InsertOrderLines{.storeId = tx.storeId(),
                                                       .orderNo = order.number.value,
                                                       .version = order.version},
                                 lines);
    settleOrders(tx, {order.number});
}

void insertSteps(WriteTransaction& tx, OrderNo order, const std::vector<NewStep>& steps)
{
    std::int64_t number = 0;
    for (const NewStep& step : steps) {
        const sql::InsertOrderStep row{.storeId = tx.storeId(),
                                       .orderNo = order.value,
                                       .eventSeq = tx.event().value,
                                       .stepNo = ++number,
                                       .state = toText(step.state),
                                       .stepOn = step.on,
                                       .reason = step.reason,
                                       .stepBy = step.by};
        tx.facts().add(books::facts::kOrderStep, row.binds());
        tx.database().execute(row);
    }
    settleOrders(tx, {order});
}

void recordOrder(WriteTransaction& tx, const Order& order, std::string_view action,
                 const std::string& reason)
{
    foundation::JsonObject detail;
    detail.add("supplier", SupplierBook(tx).of(order.supplier).supplier.name)
        .add("total", toText(order.total(), tx.store().currency))
        .add("expected_on", toText(order.expectedOn));
    if (!reason.empty()) {
        detail.add("reason", reason);
    }
    tx.record(action, "order " + toText(order.number), detail.text());
}

void requireExpected(const WriteTransaction& tx, foundation::Date expectedOn)
{
    if (expectedOn < tx.today()) {
        throw foundation::Refusal("order.expected_on",
                                  {{"day", expectedOn}, {"today", tx.today()}});
    }
}

} // namespace giftbox::purchasing
