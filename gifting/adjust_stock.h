#pragma once

#include "budget/month_book.h"
#include "foundation/database/batch.h"
#include "inventory/shelf.h"

namespace giftbox::gifting {

/// The effect of a write-off, a count or the reversal of one on the books: signed units and cost (negative: less in
/// stock), and the new stock.
struct Adjustment {
    std::int64_t units = 0;
    foundation::Money cost;
    std::int64_t unitsNow = 0;
    std::string sku = {}; ///< the item's, for any input
    foundation::Date on = {};
    std::optional<std::int64_t> movement = {}; ///< the number of the first; none if nothing moved
};

struct WriteOff {
    std::string sku;
    std::int64_t units = 0;
    foundation::Date on;
    std::string reason;
};

/// Takes damaged or lost units out of stock at their FIFO cost. Throws Refusal `item.unknown`, `stock.short`,
/// `units.malformed`, `text.missing` (no reason), `month.closed`, `date.in_future`.
Adjustment writeOffStock(books::WriteTransaction& tx, const WriteOff& request);

/// The counted stock at the end of `on`. `foundCost` is the total cost of units found beyond the books; without it,
/// they are valued like the newest lot bought.
struct ShelfCount {
    std::string sku;
    std::int64_t units = 0;
    foundation::Date on;
    std::string reason;
    std::optional<foundation::Money> foundCost;
    /// The stock in the books at the end of `on` when it was counted. If it has changed since, the count is refused,
    /// or, if it `adjusts`, changed by what has moved since.
    std::optional<std::int64_t> expected = {};
    bool adjusts = false;
    std::string countedBy = {}; ///< else the actor
};

/// What units found cost without a cost given: as much as the newest lot bought; none if the item was never bought.
std::optional<foundation::Money> costLikeNewest(const books::ReadTransaction& tx,
                                                books::ItemNo item, std::int64_t units);

/// Requires units that can be on a shelf. Throws Refusal `count.malformed`.
void requireCount(std::int64_t units);

/// The stock in the books at the end of `on` before the movements numbered over `after` were recorded. Throws Refusal
/// `item.unknown`.
std::int64_t unitsBefore(books::WriteTransaction& tx, const std::string& sku, foundation::Date on,
                         std::int64_t after);

/// Counts of several items that are one change. Each item at most once; count() leaves everything as it was when it
/// throws.
class CountRun {
public:
    explicit CountRun(books::WriteTransaction& tx);

    /// Reads the items, and replaces barcodes by SKUs.
    void load(std::span<ShelfCount> counts);
    /// A loaded item. Throws Refusal `item.unknown`, `item.ambiguous`, `item.barcode_malformed`.
    books::ItemNo itemOf(const ShelfCount& count) { return shelf_.require(count.sku).number; }
    /// Throws Refusal as countStock.
    Adjustment count(const ShelfCount& request);
    void write();

private:
    books::WriteTransaction& tx_;
    inventory::Shelf shelf_;
    budget::MonthBook months_;
    foundation::Batch counts_;
    std::int64_t lines_ = 0; ///< of the event so far
};

/// Makes the books match the shelf: missing units leave at FIFO cost, found units become a lot. A count that matches
/// is recorded and moves nothing. Throws Refusal `item.unknown`, `count.malformed`, `count.overtaken` (see
/// CountOvertaken), `count.cost_needed` (found, no cost given, and the item was never bought),
/// `count.cost_not_needed`, `cost.negative`, `stock.short`, `text.missing`, `month.closed`, `date.in_future`.
Adjustment countStock(books::WriteTransaction& tx, const ShelfCount& request);

} // namespace giftbox::gifting
