#include "tests/gifting/naive_program.h"

#include <algorithm>

namespace giftbox::tests {

bool NaiveProgram::receive(int item, std::int64_t units, std::int64_t cost, int day)
{
    bool stopped = false;
    isOver(MonthRestock, day / 100, totals(day / 100).restock + cost, stopped);
    if (!isOpen(day) || units < 1 || cost < 0 || stopped) {
        return false;
    }
    put(item, units, cost, day, 'r');
    return true;
}

int NaiveProgram::correctedOn(const Lot& lot) const
{
    return lot.day / 100 > closed_ ? lot.day : monthAfter(closed_) * 100 + 1;
}

bool NaiveProgram::reverse(std::size_t number)
{
    if (number < 1 || number > lots_.size()) {
        return false;
    }
    Lot& lot = lots_[number - 1];
    const std::int64_t promised = reserved(lot.item);
    if (!lot.bought || lot.reversed || lot.unitsLeft != lot.units ||
        (promised > 0 && onHand(lot.item) - promised < lot.units)) {
        return false;
    }
    const int day = correctedOn(lot);
    movements_.push_back({'x', lot.item, lot.number, day, -lot.units, -lot.cost});
    lot.unitsLeft = lot.costLeft = 0;
    return lot.reversed = true;
}

bool NaiveProgram::correct(std::size_t number, const Correction& correction)
{
    if (number < 1 || number > lots_.size()) {
        return false;
    }
    Lot& lot = lots_[number - 1];
    const std::int64_t gone = lot.units - lot.unitsLeft;
    const std::int64_t promised = reserved(lot.item);
    const std::int64_t fewer = lot.units - correction.units;
    if (!lot.bought || lot.reversed || correction.units < std::max<std::int64_t>(gone, 1) ||
        correction.cost < 0 || (fewer > 0 && promised > 0 && onHand(lot.item) - fewer < promised)) {
        return false;
    }
    const int day = correctedOn(lot);
    const std::int64_t more = correction.cost - lot.cost;
    bool stopped = false;
    if (more > 0) {
        isOver(MonthRestock, day / 100, totals(day / 100).restock + more, stopped);
    }
    if (stopped) {
        return false;
    }
    if (fewer != 0 || more != 0) {
        const std::int64_t left = share(correction.cost, correction.units - gone, correction.units);
        const std::int64_t variance = more - (left - lot.costLeft);
        movements_.push_back({'k', lot.item, lot.number, day, -fewer, more});
        if (variance != 0) {
            movements_.push_back({'v', lot.item, lot.number, day, 0, -variance});
        }
        lot.costLeft = left;
    } else if (correction.reference != lot.reference) {
        movements_.push_back({'k', lot.item, lot.number, day, 0, 0});
    }
    lot.units = correction.units;
    lot.unitsLeft = lot.units - gone;
    lot.cost = correction.cost;
    lot.reference = correction.reference;
    return true;
}

} // namespace giftbox::tests
