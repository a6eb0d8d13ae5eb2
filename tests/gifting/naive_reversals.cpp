#include "tests/gifting/naive_program.h"

namespace giftbox::tests {

bool NaiveProgram::endCap(CapName name, int from)
{
    if (from <= closed_ || capIn(name, from) == nullptr) {
        return false;
    }
    caps_.push_back({.name = name, .from = from, .ends = true});
    return true;
}

bool NaiveProgram::takeBack(std::size_t number)
{
    if (number < 1 || number > boxes_.size() || boxes_[number - 1].state != 'g' ||
        boxes_[number - 1].month <= closed_) {
        return false;
    }
    Box& box = boxes_[number - 1];
    const int packed = box.packedOn / 100;
    box.state = 'p';
    box.month = packed > closed_ ? packed : monthAfter(closed_);
    box.givenOn = 0;
    box.giveOverride = false;
    return true;
}

bool NaiveProgram::reverseAdjustment(std::size_t number, char kind)
{
    if (number < 1 || number > movements_.size() || movements_[number - 1].kind != kind ||
        movements_[number - 1].reversed) {
        return false;
    }
    const Movement asked = movements_[number - 1];
    const int day = asked.day / 100 > closed_ ? asked.day : monthAfter(closed_) * 100 + 1;
    if (asked.units > 0) {
        Lot& lot = lots_[static_cast<std::size_t>(asked.lot - 1)];
        const std::int64_t promised = reserved(lot.item);
        if (lot.unitsLeft != lot.units ||
            (promised > 0 && onHand(lot.item) - promised < lot.units)) {
            return false;
        }
        lot.unitsLeft = lot.costLeft = 0;
        movements_.push_back({'C', asked.item, asked.lot, day, -asked.units, -asked.cost});
        return movements_[number - 1].reversed = true;
    }
    for (std::size_t i = 0, all = movements_.size(); i < all; ++i) {
        if (movements_[i].kind == kind && movements_[i].change == asked.change) {
            movements_[i].reversed = true;
            const Movement one = movements_[i];
            put(one.item, -one.units, -one.cost, day, kind == 'w' ? 'W' : 'C');
        }
    }
    return true;
}

} // namespace giftbox::tests
