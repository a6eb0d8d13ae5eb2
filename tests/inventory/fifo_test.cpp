#include "inventory/fifo.h"

#include <gtest/gtest.h>

#include <numeric>

namespace giftbox::inventory::fifo_test {
namespace {

using books::LotNo;
using foundation::Date;
using foundation::Money;

const Date kMarch(20260301);
const Date kApril(20260401);

OpenLot lot(std::int64_t number, Date receivedOn, std::int64_t units, std::int64_t costMinor)
{
    return {.number = LotNo{number},
            .receivedOn = receivedOn,
            .unitsLeft = units,
            .costLeft = {costMinor}};
}

LotDraw draw(std::int64_t number, std::int64_t units, std::int64_t costMinor)
{
    return {.lot = LotNo{number}, .units = units, .cost = {costMinor}};
}

struct Case {
    std::string holds;
    std::vector<OpenLot> oldestFirst;
    std::int64_t wanted;
    std::vector<LotDraw> draws;
};

const std::vector<Case>& cases()
{
    static const std::vector<Case> table = {
        {"one unit of one lot takes its share", {lot(1, kMarch, 4, 1000)}, 1, {draw(1, 1, 250)}},
        {"half a cent is rounded up", {lot(1, kMarch, 2, 501)}, 1, {draw(1, 1, 251)}},
        {"less than half a cent is rounded down", {lot(1, kMarch, 3, 1000)}, 1, {draw(1, 1, 333)}},
        {"more than half a cent is rounded up", {lot(1, kMarch, 3, 1001)}, 1, {draw(1, 1, 334)}},
        {"several units are rounded once", {lot(1, kMarch, 3, 1000)}, 2, {draw(1, 2, 667)}},
        {"the whole lot takes all of its cost", {lot(1, kMarch, 3, 1000)}, 3, {draw(1, 3, 1000)}},
        {"the oldest lot is emptied before the next is touched",
         {lot(1, kMarch, 3, 1000), lot(2, kApril, 5, 2500)},
         4,
         {draw(1, 3, 1000), draw(2, 1, 500)}},
        {"a lot that is emptied exactly leaves the next alone",
         {lot(1, kMarch, 3, 1000), lot(2, kApril, 5, 2500)},
         3,
         {draw(1, 3, 1000)}},
        {"of one day the lower number goes first as the caller orders it",
         {lot(7, kMarch, 1, 100), lot(9, kMarch, 1, 300)},
         2,
         {draw(7, 1, 100), draw(9, 1, 300)}},
        {"many lots are walked through",
         {lot(1, kMarch, 1, 1), lot(2, kMarch, 1, 2), lot(3, kMarch, 1, 4), lot(4, kApril, 2, 9)},
         4,
         {draw(1, 1, 1), draw(2, 1, 2), draw(3, 1, 4), draw(4, 1, 5)}},
        {"what cost nothing leaves for nothing", {lot(1, kMarch, 3, 0)}, 2, {draw(1, 2, 0)}},
        {"a cent over many units leaves with the unit that rounds up",
         {lot(1, kMarch, 2, 1)},
         1,
         {draw(1, 1, 1)}},
        {"the product is wider than 64 bits",
         {lot(1, kMarch, 1'000'000'000, 9'000'000'000'000'000'000)},
         999'999'999,
         {draw(1, 999'999'999, 8'999'999'991'000'000'000)}},
    };
    return table;
}

TEST(DrawFifo, TakesTheFrontLotFirstAtItsShareOfTheCost)
{
    for (const Case& one : cases()) {
        EXPECT_EQ(drawFifo(one.oldestFirst, one.wanted), one.draws) << one.holds;
    }
}

TEST(DrawFifo, TellsWhatWasWantedAndWhatIsThereWhenLotsAreShort)
{
    const std::vector lots = {lot(1, kMarch, 3, 1000), lot(2, kApril, 5, 2500)};
    try {
        (void)drawFifo(lots, 9);
        FAIL() << "9 of 8 units cannot be taken";
    } catch (const InsufficientStock& stock) {
        EXPECT_EQ(stock.wanted, 9);
        EXPECT_EQ(stock.there, 8);
    }
}

TEST(DrawFifo, TakesNothingFromNoLots) { EXPECT_THROW((void)drawFifo({}, 1), InsufficientStock); }

/// Empties the lot in draws of `atATime` units; returns the cost of each.
std::vector<std::int64_t> emptiedBy(OpenLot lot, std::int64_t atATime)
{
    std::vector<std::int64_t> costs;
    while (lot.unitsLeft > 0) {
        const std::int64_t units = std::min(atATime, lot.unitsLeft);
        const LotDraw taken = drawFifo({&lot, 1}, units).front();
        lot.unitsLeft -= taken.units;
        lot.costLeft -= taken.cost;
        costs.push_back(taken.cost.minor);
    }
    return costs;
}

TEST(DrawFifo, ConservesTheCostOfALotHoweverItIsTaken)
{
    for (const std::int64_t units : {1, 2, 3, 7, 12, 97}) {
        for (const std::int64_t cost : {0, 1, 2, 99, 100, 1000, 9'999'999}) {
            for (std::int64_t atATime = 1; atATime <= units; ++atATime) {
                const auto costs = emptiedBy(lot(1, kMarch, units, cost), atATime);
                EXPECT_EQ(std::accumulate(costs.begin(), costs.end(), std::int64_t{0}), cost)
                    << cost << " for " << units << " units, " << atATime << " at a time";
                EXPECT_GE(*std::min_element(costs.begin(), costs.end()), 0);
            }
        }
    }
}

TEST(FifoCost, IsOfTheUnitsAfterThoseThatLeaveBefore)
{
    const std::vector lots = {lot(1, kMarch, 3, 1000), lot(2, kApril, 5, 2500)};
    EXPECT_EQ(fifoCost(lots, 4), Money{1500});
    EXPECT_EQ(fifoCost(lots, 2, 2), Money{1500 - 667});
    EXPECT_EQ(fifoCost(lots, 6, 2) + fifoCost(lots, 2), Money{3500});
    EXPECT_THROW(fifoCost(lots, 3, 6), InsufficientStock);
}

} // namespace
} // namespace giftbox::inventory::fifo_test
