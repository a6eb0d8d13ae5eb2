#pragma once

#include "inventory/item.h"

#include <functional>
#include <vector>

namespace giftbox::inventory {

/// An item with what is on the shelf of it.
struct StockLine : Item {
    books::ItemNo item;
    std::int64_t units = 0;
    foundation::Money cost;
    /// Cost and units of the newest lot that was bought, for estimates; zero units when there never was one.
    std::int64_t lastUnits = 0;
    foundation::Money lastCost;

    bool isLow() const { return !retired && reorderPoint && units <= *reorderPoint; }
};

/// Visits every item in SKU order with what is on its shelf now. Reads open lots only, so it does not grow with history.
void stockNow(const books::ReadTransaction& tx, const std::function<void(const StockLine&)>& visit);

/// At most `most` of these lines, from the first SKU after `after` on. It costs as much as it returns.
std::vector<StockLine> stockAfter(const books::ReadTransaction& tx, std::string_view after,
                                  std::int64_t most);

/// The same at the end of `day`: today's shelf less what has moved since. In a closed month the words and levels are those at its close.
void stockOn(const books::ReadTransaction& tx, foundation::Date day,
             const std::function<void(const StockLine&)>& visit);

/// One line of the shopping list: whole packs up to the par level, here always above the reorder point, at the unit
/// cost of the newest lot bought.
struct RestockLine : StockLine {
    std::int64_t unitsToBuy = 0;
    /// None when the item was never bought.
    std::optional<foundation::Money> estimatedCost;
};

/// What to buy for one item: nothing unless it is low and below par. Pure.
std::optional<RestockLine> proposeRestock(const StockLine& line);

} // namespace giftbox::inventory
