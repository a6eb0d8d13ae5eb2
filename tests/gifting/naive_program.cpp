#include "tests/gifting/naive_program.h"

#include <algorithm>
#include <set>
#include <string>

namespace giftbox::tests {

namespace {

constexpr int kEver = 99991231;

} // namespace

std::int64_t NaiveProgram::share(std::int64_t amount, std::int64_t part, std::int64_t whole)
{
    std::int64_t cents = amount * part / whole;
    if (2 * (amount * part % whole) >= whole) {
        ++cents;
    }
    return cents;
}

int monthAfter(int month) { return month % 100 == 12 ? month + 89 : month + 1; }

std::int64_t NaiveProgram::Box::contents() const
{
    std::int64_t sum = 0;
    for (const Line& line : lines) {
        sum += line.item < kItems - 1 ? line.cost : 0;
    }
    return sum;
}

std::int64_t NaiveProgram::Box::packaging() const
{
    std::int64_t sum = 0;
    for (const Line& line : lines) {
        sum += line.item == kItems - 1 ? line.cost : 0;
    }
    return sum;
}

bool NaiveProgram::isOpen(int day) const { return day / 100 > closed_ && day <= today_; }

std::vector<NaiveProgram::Lot> NaiveProgram::openLots(int item) const
{
    std::vector<Lot> open;
    for (const Lot& lot : lots_) {
        if (lot.item == item && lot.unitsLeft > 0) {
            open.push_back(lot);
        }
    }
    std::sort(open.begin(), open.end(), [](const Lot& a, const Lot& b) {
        return a.day != b.day ? a.day < b.day : a.number < b.number;
    });
    return open;
}

std::optional<std::int64_t> NaiveProgram::price(int item, std::int64_t units, int day) const
{
    std::int64_t cost = 0;
    for (const Lot& lot : openLots(item)) {
        if (lot.day <= day && units > 0) {
            const std::int64_t taken = std::min(units, lot.unitsLeft);
            cost +=
                taken == lot.unitsLeft ? lot.costLeft : share(lot.costLeft, taken, lot.unitsLeft);
            units -= taken;
        }
    }
    return units == 0 ? std::optional(cost) : std::nullopt;
}

void NaiveProgram::take(int item, std::int64_t units, int day, char kind)
{
    for (const Lot& open : openLots(item)) {
        if (open.day > day || units == 0) {
            continue;
        }
        Lot& lot = lots_[static_cast<std::size_t>(open.number - 1)];
        const std::int64_t taken = std::min(units, lot.unitsLeft);
        const std::int64_t cost =
            taken == lot.unitsLeft ? lot.costLeft : share(lot.costLeft, taken, lot.unitsLeft);
        lot.unitsLeft -= taken;
        lot.costLeft -= cost;
        units -= taken;
        movements_.push_back({kind, item, lot.number, day, -taken, -cost, change_});
    }
}

void NaiveProgram::put(int item, std::int64_t units, std::int64_t cost, int day, char kind)
{
    lots_.push_back({static_cast<int>(lots_.size()) + 1, item, day, units, cost, units, cost,
                     kind == 'r', false});
    movements_.push_back({kind, item, lots_.back().number, day, units, cost});
}

const NaiveProgram::Cap* NaiveProgram::capIn(CapName name, int month) const
{
    const Cap* holds = nullptr;
    for (const Cap& cap : caps_) {
        if (cap.name == name && cap.from <= month &&
            (holds == nullptr || cap.from >= holds->from)) {
            holds = &cap;
        }
    }
    return holds == nullptr || holds->ends ? nullptr : holds;
}

bool NaiveProgram::isOver(CapName name, int month, std::int64_t amount, bool& stopped) const
{
    const Cap* holds = capIn(name, month);
    const bool over = holds != nullptr && amount > holds->amount;
    stopped = stopped || (over && holds->stops);
    return over;
}

std::vector<NaiveProgram::Line> NaiveProgram::merged(const std::vector<Line>& lines)
{
    std::vector<Line> once;
    for (const Line& wanted : lines) {
        const auto same = std::find_if(once.begin(), once.end(),
                                       [&](const Line& line) { return line.item == wanted.item; });
        if (same == once.end()) {
            once.push_back(wanted);
        } else {
            same->units += wanted.units;
        }
    }
    return once;
}

std::int64_t NaiveProgram::onHand(int item) const
{
    std::int64_t units = 0;
    for (const Lot& lot : lots_) {
        units += lot.item == item ? lot.unitsLeft : 0;
    }
    return units;
}

std::int64_t NaiveProgram::reserved(int item) const
{
    std::int64_t units = 0;
    for (const Box& box : boxes_) {
        for (const Line& line : box.lines) {
            units += box.state == 'P' && line.item == item ? line.units : 0;
        }
    }
    return units;
}

bool NaiveProgram::plan(const Packing& packing, int month)
{
    Box box{.state = 'P',
            .recipient = packing.recipient,
            .month = month,
            .plannedFor = month,
            .lines = merged(packing.lines),
            .labor = share(rateIn(month), packing.minutes, 60),
            .minutes = packing.minutes};
    for (Line& line : box.lines) {
        const std::int64_t before = reserved(line.item);
        const auto all = price(line.item, before + line.units, kEver);
        if (!all) {
            return false;
        }
        line.cost = *all - (before > 0 ? *price(line.item, before, kEver) : 0);
    }
    std::sort(box.lines.begin(), box.lines.end(),
              [](const Line& a, const Line& b) { return a.item < b.item; });
    const Totals there = totals(month);
    isOver(BoxTotal, month, box.total(), box.planOverride);
    isOver(BoxContents, month, box.contents(), box.planOverride);
    isOver(MonthProgram, month,
           there.contents + there.packaging + there.labor + there.committed + box.total(),
           box.planOverride);
    if (box.lines.empty() || month <= closed_ || (box.planOverride && !packing.override)) {
        return false;
    }
    boxes_.push_back(box);
    return true;
}

bool NaiveProgram::packPlanned(std::size_t number, int day, bool override)
{
    if (number < 1 || number > boxes_.size() || boxes_[number - 1].state != 'P') {
        return false;
    }
    const Box plan = boxes_[number - 1];
    boxes_[number - 1].state = 'c'; // releases what it held
    const bool packed = pack({.recipient = plan.recipient,
                              .lines = plan.lines,
                              .minutes = plan.minutes,
                              .packedOn = day,
                              .override = override || plan.planOverride});
    boxes_[number - 1] = packed ? boxes_.back() : plan;
    if (packed) {
        boxes_.pop_back();
    }
    return packed;
}

bool NaiveProgram::cancel(std::size_t number)
{
    if (number < 1 || number > boxes_.size() || boxes_[number - 1].state != 'P') {
        return false;
    }
    boxes_[number - 1].state = 'c';
    return true;
}

bool NaiveProgram::pack(const Packing& packing)
{
    Box box{.recipient = packing.recipient,
            .packedOn = packing.packedOn,
            .month = packing.packedOn / 100,
            .lines = merged(packing.lines),
            .labor = share(rateIn(packing.packedOn / 100), packing.minutes, 60)};
    for (Line& line : box.lines) {
        const auto cost = price(line.item, line.units, packing.packedOn);
        const std::int64_t promised = reserved(line.item);
        if (!cost || (promised > 0 && onHand(line.item) - promised < line.units)) {
            return false;
        }
        line.cost = *cost;
    }
    const bool later = packing.givenOn != 0 && packing.givenOn / 100 != box.month;
    const Totals month = totals(box.month);
    const std::int64_t used = month.contents + month.packaging + month.labor + month.committed;
    isOver(BoxTotal, box.month, box.total(), box.packOverride);
    isOver(BoxContents, box.month, box.contents(), box.packOverride);
    isOver(MonthProgram, box.month, used + box.total(), box.packOverride);
    if (later) {
        const Totals there = totals(packing.givenOn / 100);
        isOver(MonthProgram, packing.givenOn / 100,
               there.contents + there.packaging + there.labor + there.committed + box.total(),
               box.giveOverride);
    }
    const bool datesHold =
        isOpen(packing.packedOn) &&
        (packing.givenOn == 0 || (isOpen(packing.givenOn) && packing.givenOn >= packing.packedOn));
    if (box.lines.empty() || !datesHold ||
        ((box.packOverride || box.giveOverride) && !packing.override)) {
        return false;
    }
    for (const Line& line : box.lines) {
        take(line.item, line.units, packing.packedOn, 'i');
    }
    if (packing.givenOn != 0) {
        box.state = 'g';
        box.givenOn = packing.givenOn;
        box.month = packing.givenOn / 100;
    }
    boxes_.push_back(box);
    return true;
}

bool NaiveProgram::give(std::size_t number, int day, bool override)
{
    if (number < 1 || number > boxes_.size()) {
        return false;
    }
    Box& box = boxes_[number - 1];
    bool stopped = false;
    if (day / 100 != box.month) {
        const Totals there = totals(day / 100);
        isOver(MonthProgram, day / 100,
               there.contents + there.packaging + there.labor + there.committed + box.total(),
               stopped);
    }
    if (!isOpen(day) || box.state != 'p' || day < box.packedOn || (stopped && !override)) {
        return false;
    }
    box.state = 'g';
    box.givenOn = day;
    box.month = day / 100;
    box.giveOverride = stopped;
    return true;
}

bool NaiveProgram::unpack(std::size_t number, int day)
{
    if (number < 1 || number > boxes_.size() || !isOpen(day)) {
        return false;
    }
    Box& box = boxes_[number - 1];
    if (box.state != 'p' || day < box.packedOn) {
        return false;
    }
    for (const Line& line : box.lines) {
        put(line.item, line.units, line.cost, day, 'b');
    }
    box.state = 'u';
    box.month = std::max(box.month, day / 100);
    return true;
}

bool NaiveProgram::writeOff(int item, std::int64_t units, int day)
{
    if (!isOpen(day) || units < 1 || !price(item, units, day)) {
        return false;
    }
    ++change_;
    take(item, units, day, 'w');
    return true;
}

bool NaiveProgram::count(int item, std::int64_t units, int day,
                         std::optional<std::int64_t> foundCost)
{
    std::int64_t found = units;
    for (const Movement& movement : movements_) {
        found -= movement.item == item && movement.day <= day ? movement.units : 0;
    }
    if (!isOpen(day) || units < 0 || (foundCost && (found <= 0 || *foundCost < 0))) {
        return false;
    }
    ++change_;
    if (found < 0) {
        if (!price(item, -found, day)) {
            return false;
        }
        take(item, -found, day, 'c');
    } else if (found > 0) {
        const auto newest = std::find_if(lots_.rbegin(), lots_.rend(), [item](const Lot& lot) {
            return lot.item == item && lot.bought && !lot.reversed;
        });
        if (!foundCost && newest == lots_.rend()) {
            return false;
        }
        put(item, found, foundCost ? *foundCost : share(newest->cost, found, newest->units), day,
            'c');
    }
    return true;
}

bool NaiveProgram::setCap(const Cap& cap)
{
    if (cap.from <= closed_ || cap.amount < 0) {
        return false;
    }
    caps_.push_back(cap);
    return true;
}

bool NaiveProgram::setRate(const Rate& rate)
{
    if (rate.from <= closed_ || rate.amount < 0) {
        return false;
    }
    rates_.push_back(rate);
    return true;
}

std::int64_t NaiveProgram::rateIn(int month) const
{
    Rate holds{.amount = laborRate_};
    for (const Rate& rate : rates_) {
        holds = rate.from <= month && rate.from >= holds.from ? rate : holds;
    }
    return holds.amount;
}

int NaiveProgram::monthDue() const
{
    if (closed_ != 0) {
        return monthAfter(closed_);
    }
    int first = 0;
    const auto consider = [&first](int month) {
        first = first == 0 ? month : std::min(first, month);
    };
    for (const Movement& movement : movements_) {
        consider(movement.day / 100);
    }
    for (const Box& box :
         boxes_) { // a planned box has no movement, and may come before the first receipt
        consider(box.month);
    }
    return first;
}

NaiveProgram::Totals NaiveProgram::totals(int month) const
{
    Totals totals;
    std::set<int> recipients;
    for (const Box& box : boxes_) {
        totals.overrides += box.packOverride && box.packedOn / 100 == month ? 1 : 0;
        totals.overrides += box.giveOverride && box.givenOn / 100 == month ? 1 : 0;
        if (box.month == month && (box.state == 'p' || box.state == 'P')) {
            totals.committed += box.total();
        } else if (box.month == month && box.state == 'g') {
            ++totals.boxesGiven;
            recipients.insert(box.recipient);
            totals.contents += box.contents();
            totals.packaging += box.packaging();
            totals.labor += box.labor;
        }
    }
    totals.recipients = static_cast<std::int64_t>(recipients.size());
    for (std::size_t i = 0; i < movements_.size(); ++i) {
        const Movement& movement = movements_[i];
        if (movement.day / 100 != month) {
            continue;
        }
        const auto number = static_cast<std::int64_t>(i) + 1;
        totals.firstMovement = totals.firstMovement == 0 ? number : totals.firstMovement;
        totals.lastMovement = number;
        totals.restock +=
            std::string("rxksSK").find(movement.kind) == std::string::npos ? 0 : movement.cost;
        totals.variance -= movement.kind == 'v' ? movement.cost : 0;
        totals.writeOff -=
            std::string("wcWC").find(movement.kind) == std::string::npos ? 0 : movement.cost;
    }
    return totals;
}

} // namespace giftbox::tests
