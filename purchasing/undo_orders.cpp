#include "purchasing/undo_orders.h"

#include "purchasing/statements.h"
#include "purchasing/write_order.h"

namespace giftbox::purchasing {

UndoneOrders undoOrders(books::WriteTransaction& tx, books::EventSeq imported,
                        const std::string& reason)
{
    UndoneOrders done;
    std::vector<OrderNo> numbers;
    for (const auto& row : tx.database().query(
             sql::OrdersOfEvent{.storeId = tx.storeId(), .eventSeq = imported.value})) {
        numbers.push_back({row.orderNo});
        if (row.came != 0 || row.changed != 0) {
            done.inTheWay.push_back({.number = {row.orderNo}, .isUsed = row.came != 0});
        }
    }
    if (!done.inTheWay.empty()) {
        return done;
    }
    for (const OrderNo number : numbers) {
        insertSteps(tx, number,
                    {{.state = OrderState::Undone, .on = tx.today(), .reason = reason}});
    }
    done.undone = static_cast<std::int64_t>(numbers.size());
    return done;
}

} // namespace giftbox::purchasing
