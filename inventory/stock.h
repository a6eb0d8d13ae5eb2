#pragma once

#include "inventory/item.h"

#include <functional>
#include <vector>

namespace giftbox::inventory {

/// What is on the shelf of one item.
struct StockLine {
    books::ItemNo item;
    std::string sku;
    std::string name;
    ItemKind kind = ItemKind::Contents;
    std::string category;
    std::int64_t units = 0;
    foundation::Money cost;
    std::optional<std::int64_t> reorderLevel;
    std::optional<std::int64_t> parLevel;
    std::int64_t packSize = 1;
    std::optional<std::int64_t> leadDays;
    std::string supplier;
    bool retired = false;
    /// Cost and units of the newest lot that was bought, for estimates; zero units when there never was one.
    std::int64_t lastUnits = 0;
    foundation::Money lastCost;

    bool isLow() const { return !retired && reorderLevel && units <= *reorderLevel; }
};

/// Visits every item in SKU order with what is on its shelf now. Reads open lots only, so it does not grow with history.
void stockNow(const books::ReadTransaction& tx, const std::function<void(const StockLine&)>& visit);

/// At most `most` of these lines, from the first SKU after `after` on. It costs as much as it returns.
std::vector<StockLine> stockAfter(const books::ReadTransaction& tx, std::string_view after,
                                  std::int64_t most);

/// The same at the end of `day`: today's shelf less what has moved since. In a closed month the words and levels are those at its close.
void stockOn(const books::ReadTransaction& tx, foundation::Date day,
             const std::function<void(const StockLine&)>& visit);

/// One line of the shopping list: whole packs up to the par level, at the unit cost of the newest lot bought.
struct RestockLine {
    std::string sku;
    std::string name;
    std::string supplier;
    std::int64_t unitsThere = 0;
    std::int64_t reorderLevel = 0;
    std::int64_t parLevel = 0;
    std::int64_t packSize = 1;
    std::int64_t unitsToBuy = 0;
    /// None when the item was never bought.
    std::optional<foundation::Money> estimatedCost;
    std::optional<std::int64_t> leadDays;
};

/// What to buy for one item: nothing unless it is low and below par. Pure.
std::optional<RestockLine> proposeRestock(const StockLine& line);

} // namespace giftbox::inventory
