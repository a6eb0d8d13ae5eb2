#include "accounting/order_check.h"

#include "purchasing/order.h"

#include <limits>
#include <set>

namespace giftbox::accounting {

using purchasing::Order;

void checkOrders(const books::ReadTransaction& tx, Differences& differences)
{
    constexpr std::int64_t kOrdersAtOnce = 500;
    std::set<purchasing::OrderNo> stored;
    for (const Order& one : purchasing::unfinishedOrders(tx)) {
        stored.insert(one.number);
    }
    std::int64_t below = std::numeric_limits<std::int64_t>::max();
    for (auto some = purchasing::ordersBelow(tx, below, kOrdersAtOnce); !some.empty();
         some = purchasing::ordersBelow(tx, below, kOrdersAtOnce)) {
        below = some.back().number.value;
        for (const Order& one : some) {
            if (one.isUnfinished() != stored.contains(one.number)) {
                differences.push_back("order " + toText(one.number) + ": it is " +
                                      shownState(one.state) + ", but stored as " +
                                      (one.isUnfinished() ? "ended" : "unfinished"));
            }
        }
    }
}

} // namespace giftbox::accounting
