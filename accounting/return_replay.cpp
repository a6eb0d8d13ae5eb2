#include "accounting/stock_replay.h"

#include <algorithm>

namespace giftbox::accounting {

using foundation::Money;

/// It takes units of the receipt that it names, at their share of what is left of its lot.
void StockReplay::returnUnits(const MovementFact& movement)
{
    ItemLots& item = open_[static_cast<std::size_t>(movement.item)];
    const auto head = item.lots.begin() + static_cast<std::ptrdiff_t>(item.head);
    const auto lot = std::ranges::find(head, item.lots.end(), movement.lot, &OpenLotState::number);
    const std::int64_t units = -movement.units;
    if (lot == item.lots.end() || lot->broughtBy != movement.corrects ||
        lot->cameAs != books::MovementKind::Receipt || lot->receivedOn > movement.movedOn ||
        units < 1 || units > lot->unitsLeft) {
        differ(movement, "it returns " + std::to_string(units) + " units of movement " +
                             std::to_string(movement.corrects) +
                             ", which did not leave them in lot " + std::to_string(movement.lot));
        return;
    }
    const std::int64_t cost = units == lot->unitsLeft
                                  ? lot->costLeft
                                  : portion(Money{lot->costLeft}, units, lot->unitsLeft).minor;
    if (cost != -movement.cost) {
        differ(movement,
               "cost " + amount(-movement.cost) + " stored, " + amount(cost) + " recomputed");
    }
    gone_.emplace(movement.seq, movement);
    lot->unitsLeft -= units;
    lot->costLeft -= cost;
    lot->cameWith = 0;
    if (lot->unitsLeft == 0) {
        item.lots.erase(lot);
    }
}

/// It names a return that is neither credited nor reversed; the variance takes all of it.
void StockReplay::creditUnits(const MovementFact& movement)
{
    const auto at = gone_.find(movement.corrects);
    if (at == gone_.end() || at->second.kind != books::MovementKind::SupplierReturn ||
        at->second.lot != movement.lot || at->second.item != movement.item ||
        at->second.movedOn > movement.movedOn || movement.units != 0) {
        differ(movement, "it credits movement " + std::to_string(movement.corrects) +
                             ", which returned nothing of lot " + std::to_string(movement.lot) +
                             " to its supplier, or was credited or reversed before");
        return;
    }
    due_ = {.lot = movement.lot, .corrects = movement.corrects, .cost = movement.cost};
    gone_.erase(at);
}

} // namespace giftbox::accounting
