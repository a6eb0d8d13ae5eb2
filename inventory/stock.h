#pragma once

#include "inventory/item.h"

#include <functional>
#include <vector>

namespace giftbox::inventory {

/// An item with its stock.
struct StockLine : Item {
    books::ItemNo item;
    std::int64_t units = 0;
    foundation::Money cost;
    /// Cost and units of the newest lot bought, for estimates; zero units if there is none.
    std::int64_t lastUnits = 0;
    foundation::Money lastCost;
    /// Units reserved for planned boxes; 0 on a past day.
    std::int64_t reserved = 0;

    /// Negative if reserved units are gone.
    std::int64_t available() const { return units - reserved; }
    bool isLow() const { return !retired && reorderPoint && available() <= *reorderPoint; }
};

/// Visits every item with its current stock, in SKU order. Reads only open lots, so the cost does not grow with
/// history.
void stockNow(const books::ReadTransaction& tx, const std::function<void(const StockLine&)>& visit);

/// At most `most` of these lines, from the first SKU after `after` on. The cost grows with the lines returned.
std::vector<StockLine> stockAfter(const books::ReadTransaction& tx, std::string_view after,
                                  std::int64_t most);

/// The same at the end of `day`: today's stock less what has moved since. In a closed month, the texts and levels are
/// those at its close.
void stockOn(const books::ReadTransaction& tx, foundation::Date day,
             const std::function<void(const StockLine&)>& visit);

/// One line of the restocking list: enough whole packs to reach the par level with what is on order; the par level is
/// here always above the reorder point, and the unit cost that of the newest lot bought.
struct RestockLine : StockLine {
    std::int64_t unitsToBuy = 0;
    std::int64_t onOrder = 0;
    /// None if the item was never bought.
    std::optional<foundation::Money> estimatedCost;
};

/// The purchase for one item, of which `onOrder` units are on order: none unless it is low, and below par with them.
/// Pure.
std::optional<RestockLine> proposeRestock(const StockLine& line, std::int64_t onOrder = 0);

} // namespace giftbox::inventory
