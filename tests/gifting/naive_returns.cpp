#include "tests/gifting/naive_program.h"

#include <algorithm>

namespace giftbox::tests {

bool NaiveProgram::deliver(const std::vector<Line>& lines, int day)
{
    std::int64_t cost = 0;
    bool isGood = isOpen(day);
    for (const Line& line : lines) {
        cost += line.cost;
        isGood = isGood && line.units > 0 && line.cost >= 0;
    }
    bool stopped = false;
    isOver(MonthRestock, day / 100, totals(day / 100).restock + cost, stopped);
    if (!isGood || stopped) {
        return false;
    }
    ++deliveries_;
    for (const Line& line : lines) {
        put(line.item, line.units, line.cost, day, 'r');
        lots_.back().delivery = deliveries_;
    }
    return true;
}

bool NaiveProgram::giveBack(std::size_t number, std::int64_t units, int day)
{
    if (number < 1 || number > lots_.size()) {
        return false;
    }
    Lot& lot = lots_[number - 1];
    const std::int64_t promised = reserved(lot.item);
    if (!lot.bought || lot.reversed || units < 1 || units > lot.unitsLeft || !isOpen(day) ||
        day < lot.day || (promised > 0 && onHand(lot.item) - promised < units)) {
        return false;
    }
    const std::int64_t cost =
        units == lot.unitsLeft ? lot.costLeft : share(lot.costLeft, units, lot.unitsLeft);
    lot.unitsLeft -= units;
    lot.costLeft -= cost;
    movements_.push_back({'s', lot.item, lot.number, day, -units, -cost});
    return true;
}

bool NaiveProgram::credit(std::size_t number, std::int64_t amount, int day)
{
    if (number < 1 || number > movements_.size() || movements_[number - 1].kind != 's' ||
        movements_[number - 1].reversed || amount < 0 || !isOpen(day) ||
        day < movements_[number - 1].day) {
        return false;
    }
    const Movement returned = movements_[number - 1];
    const std::int64_t lost = -returned.cost - amount;
    movements_[number - 1].reversed = true; // it is not reversed any more
    movements_.push_back({'K', returned.item, returned.lot, day, 0, lost});
    if (lost != 0) {
        movements_.push_back({'v', returned.item, returned.lot, day, 0, -lost});
    }
    return true;
}

bool NaiveProgram::reverseReturn(std::size_t number)
{
    if (number < 1 || number > movements_.size() || movements_[number - 1].kind != 's' ||
        movements_[number - 1].reversed) {
        return false;
    }
    const Movement returned = movements_[number - 1];
    const int day = returned.day / 100 > closed_ ? returned.day : monthAfter(closed_) * 100 + 1;
    movements_[number - 1].reversed = true;
    put(returned.item, -returned.units, -returned.cost, day, 'S');
    return true;
}

} // namespace giftbox::tests
