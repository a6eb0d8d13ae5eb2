#include "purchasing/settle_orders.h"

#include "purchasing/statements.h"

namespace giftbox::purchasing {

void settleOrders(books::WriteTransaction& tx, const std::set<OrderNo>& orders)
{
    for (const OrderNo number : orders) {
        const sql::InsertUnfinishedOrder insert{.storeId = tx.storeId(), .orderNo = number.value};
        const sql::DeleteUnfinishedOrder remove{.storeId = tx.storeId(), .orderNo = number.value};
        if (requireOrder(tx, number).isUnfinished()) {
            tx.database().execute(insert);
        } else {
            tx.database().execute(remove);
        }
    }
}

void settleOrdersOf(books::WriteTransaction& tx, std::span<const books::LotNo> lots)
{
    foundation::Batch keys = sql::OrdersOfLots::batch();
    for (const books::LotNo lot : lots) {
        keys.add(lot.value);
    }
    std::set<OrderNo> orders;
    tx.database().queryForEach(
        sql::OrdersOfLots{.storeId = tx.storeId()}, keys,
        [&](const sql::OrdersOfLots::Row& row) { orders.insert({row.orderNo}); });
    settleOrders(tx, orders);
}

} // namespace giftbox::purchasing
