#include "tests/gifting/naive_program.h"

#include <algorithm>

namespace giftbox::tests {

namespace {

/// The amount in parts like the weights: what is left over goes, a cent each, to the largest remainders, the first
/// first.
std::vector<std::int64_t> inParts(std::int64_t amount, const std::vector<std::int64_t>& weights)
{
    std::int64_t whole = 0;
    for (const std::int64_t weight : weights) {
        whole += weight;
    }
    std::vector<std::int64_t> parts;
    std::int64_t left = amount;
    for (const std::int64_t weight : weights) {
        parts.push_back(amount * weight / whole);
        left -= parts.back();
    }
    std::vector<bool> has(weights.size(), false);
    for (; left > 0; --left) {
        std::size_t best = weights.size();
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const bool isMore = best == weights.size() ||
                                amount * weights[i] % whole > amount * weights[best] % whole;
            best = !has[i] && isMore ? i : best;
        }
        has[best] = true;
        ++parts[best];
    }
    return parts;
}

} // namespace

/// Without a test of any cap.
void NaiveProgram::changeCost(Lot& lot, std::int64_t more)
{
    const int day = correctedOn(lot);
    const std::int64_t left = share(lot.cost + more, lot.unitsLeft, lot.units);
    const std::int64_t variance = more - (left - lot.costLeft);
    movements_.push_back({'k', lot.item, lot.number, day, 0, more});
    if (variance != 0) {
        movements_.push_back({'v', lot.item, lot.number, day, 0, -variance});
    }
    lot.cost += more;
    lot.costLeft = left;
}

std::vector<NaiveProgram::Lot*> NaiveProgram::lotsOf(std::size_t delivery)
{
    std::vector<Lot*> lots;
    for (Lot& lot : lots_) {
        if (lot.delivery == static_cast<int>(delivery) && delivery > 0 && !lot.reversed) {
            lots.push_back(&lot);
        }
    }
    return lots;
}

bool NaiveProgram::isCharged(char kind, int reference) const
{
    return std::any_of(charges_.begin(), charges_.end(), [&](const Charge& one) {
        return one.kind == kind && one.reference == reference && !one.reversed;
    });
}

int NaiveProgram::charges(char kind) const
{
    return static_cast<int>(std::count_if(charges_.begin(), charges_.end(),
                                          [&](const Charge& one) { return one.kind == kind; }));
}

bool NaiveProgram::freight(std::size_t delivery, std::int64_t amount, char by, int reference)
{
    const std::vector<Lot*> lots = lotsOf(delivery);
    std::vector<std::int64_t> weights;
    std::int64_t whole = 0;
    for (const Lot* lot : lots) {
        weights.push_back(by == 'v' ? lot->cost : by == 'u' ? lot->units : 1);
        whole += weights.back();
    }
    if (whole == 0 || amount < 1 || isCharged('f', reference)) {
        return false;
    }
    const int month = correctedOn(*lots.front()) / 100;
    bool stopped = false;
    isOver(MonthRestock, month, totals(month).restock + amount, stopped);
    if (stopped) {
        return false;
    }
    Charge charge{.kind = 'f', .reference = reference};
    const std::vector<std::int64_t> parts = inParts(amount, weights);
    for (std::size_t i = 0; i < lots.size(); ++i) {
        if (parts[i] != 0) {
            changeCost(*lots[i], parts[i]);
            lots[i]->freight += parts[i];
            charge.changes.push_back({lots[i]->number, parts[i]});
        }
    }
    charges_.push_back(charge);
    return true;
}

bool NaiveProgram::bill(std::size_t delivery, std::int64_t amount, int day, int reference)
{
    std::vector<std::int64_t> weights;
    std::int64_t whole = 0;
    std::vector<int> numbers;
    for (const Lot* lot : lotsOf(delivery)) {
        if (!lot->billed) {
            numbers.push_back(lot->number);
            weights.push_back(std::max<std::int64_t>(0, lot->cost - lot->freight));
            whole += weights.back();
        }
    }
    if (numbers.empty() || amount < 0 || day > today_ || isCharged('b', reference) ||
        (whole == 0 && amount != 0)) {
        return false;
    }
    const NaiveProgram before = *this;
    Charge charge{.kind = 'b', .reference = reference};
    const std::vector<std::int64_t> parts =
        whole == 0 ? std::vector<std::int64_t>(numbers.size(), 0) : inParts(amount, weights);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        Lot& lot = lots_[static_cast<std::size_t>(numbers[i]) - 1];
        const std::int64_t more = parts[i] + lot.freight - lot.cost;
        const int month = correctedOn(lot) / 100;
        bool stopped = false;
        if (more > 0) {
            isOver(MonthRestock, month, totals(month).restock + more, stopped);
        }
        if (stopped) {
            *this = before;
            return false;
        }
        if (more != 0) {
            changeCost(lot, more);
        }
        lot.billed = true;
        charge.changes.push_back({lot.number, more});
    }
    charges_.push_back(charge);
    return true;
}

bool NaiveProgram::reverseCharge(char kind, std::size_t number)
{
    std::size_t of = 0;
    const auto charge = std::find_if(charges_.begin(), charges_.end(), [&](const Charge& one) {
        return one.kind == kind && ++of == number;
    });
    if (charge == charges_.end() || charge->reversed) {
        return false;
    }
    for (const auto& [number_, more] : charge->changes) {
        const Lot& lot = lots_[static_cast<std::size_t>(number_) - 1];
        if (!lot.reversed && more != 0 && lot.cost < more) {
            return false;
        }
    }
    for (const auto& [number_, more] : charge->changes) {
        Lot& lot = lots_[static_cast<std::size_t>(number_) - 1];
        if (!lot.reversed && more != 0) {
            changeCost(lot, -more);
        }
        lot.freight -= kind == 'f' ? more : 0;
        lot.billed = lot.billed && kind != 'b';
    }
    return charge->reversed = true;
}

} // namespace giftbox::tests
