#pragma once

#include "inventory/shelf.h"

namespace giftbox::gifting {

/// What a write-off or a count did to the books: signed units and cost (negative: less on the shelf), and what is there now.
struct Adjustment {
    std::int64_t units = 0;
    foundation::Money cost;
    std::int64_t unitsNow = 0;
    std::string sku = {}; ///< of the item, whatever was typed
};

struct WriteOff {
    std::string sku;
    std::int64_t units = 0;
    foundation::Date on;
    std::string reason;
};

/// Takes damaged or lost units off the shelf at their FIFO cost. Throws Refusal `item.unknown`, `stock.short`, `units.malformed`,
/// `text.missing` (no reason), `month.closed`, `date.in_future`.
Adjustment writeOffStock(books::WriteTransaction& tx, const WriteOff& request);

/// What the shelf holds at the end of `on`. `foundCost` is the total cost of units found over the books; without it they are valued like the
/// newest lot that was bought.
struct ShelfCount {
    std::string sku;
    std::int64_t units = 0;
    foundation::Date on;
    std::string reason;
    std::optional<foundation::Money> foundCost;
};

/// Makes the books agree with the shelf: missing units leave at FIFO cost, found units become a lot. A count that agrees is recorded and moves nothing.
/// Throws Refusal `item.unknown`, `count.malformed`, `count.cost_needed` (found, no cost given, and the item was never bought), `count.cost_not_needed`,
/// `cost.negative`, `stock.short`, `text.missing`, `month.closed`, `date.in_future`.
Adjustment countStock(books::WriteTransaction& tx, const ShelfCount& request);

} // namespace giftbox::gifting
