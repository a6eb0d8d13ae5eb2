#include "inventory/lot_cost.h"

#include <gtest/gtest.h>

namespace giftbox::tests::lot_cost_test {
namespace {

using foundation::Money;
using inventory::changed;
using inventory::LotCost;

TEST(ChangedLot, SharesTheChangeBetweenWhatIsLeftAndWhatIsGone)
{
    const auto [lot, variance] =
        changed({.units = 10, .cost = {0}, .unitsLeft = 9, .costLeft = {0}}, 10, Money{10'000});
    EXPECT_EQ(lot.costLeft, Money{9'000});
    EXPECT_EQ(variance, Money{1'000});
}

TEST(ChangedLot, IsAllInStockWhileNothingIsGoneAndAllVarianceOnceEverythingIs)
{
    const auto whole =
        changed({.units = 3, .cost = {1000}, .unitsLeft = 3, .costLeft = {1000}}, 3, Money{1001});
    EXPECT_EQ(whole.lot.costLeft, Money{1001});
    EXPECT_EQ(whole.variance, Money{0});
    const auto gone =
        changed({.units = 3, .cost = {1000}, .unitsLeft = 0, .costLeft = {0}}, 3, Money{1001});
    EXPECT_EQ(gone.lot.costLeft, Money{0});
    EXPECT_EQ(gone.variance, Money{1});
}

TEST(ChangedLot, ChargesWhatIsLeftItsShareWhenTheUnitsWereWrong)
{
    // 10 units for 100.00, of which 1 left at 10.00; in truth there were 20.
    const auto [lot, variance] = changed(
        {.units = 10, .cost = {10'000}, .unitsLeft = 9, .costLeft = {9'000}}, 20, Money{10'000});
    EXPECT_EQ(lot.unitsLeft, 19);
    EXPECT_EQ(lot.costLeft, Money{9'500});
    EXPECT_EQ(variance, Money{-500});
}

TEST(ChangedLot, StaysToTheCentWhereNothingChanges)
{
    // Drawn one by one, what is left differs by a cent from its share.
    const LotCost drawn{.units = 4, .cost = {2}, .unitsLeft = 1, .costLeft = {0}};
    EXPECT_EQ(changed(drawn, 4, Money{2}).lot, drawn);
    EXPECT_EQ(changed(drawn, 4, Money{2}).variance, Money{0});
}

TEST(ChangedLot, LosesNoCentAndLeavesNothingUnder0)
{
    for (std::int64_t gone = 0; gone <= 7; ++gone) {
        for (std::int64_t cost = 0; cost <= 40; ++cost) {
            const LotCost before{.units = 7,
                                 .cost = {20},
                                 .unitsLeft = 7 - gone,
                                 .costLeft = {20 - 3 * gone + gone % 2}};
            const auto [after, variance] = changed(before, 7, Money{cost});
            EXPECT_EQ(after.costLeft - before.costLeft + variance, Money{cost - 20});
            EXPECT_GE(after.costLeft, Money{0});
            EXPECT_LE(after.costLeft, after.cost);
        }
    }
}

} // namespace
} // namespace giftbox::tests::lot_cost_test
