#include "reports/month_change.h"

#include "tests/support/store_fixture.h"

namespace giftbox::tests::month_change_test {
namespace {

using budget::MonthTotals;
using reports::MonthChange;
using reports::monthChange;

MonthTotals totalsOf(std::int64_t boxes, std::int64_t contents, std::int64_t packaging,
                     std::int64_t labor)
{
    return {
        .boxesGiven = boxes, .contents = {contents}, .packaging = {packaging}, .labor = {labor}};
}

TEST(MonthChange, IsSplitIntoMoreBoxesAndWhatABoxCostsMore)
{
    // 10 boxes at 20.00 + 2.00 + 5.00, then 12 at 21.00 + 2.00 + 5.00.
    EXPECT_EQ(monthChange(totalsOf(10, 20'000, 2000, 5000), totalsOf(12, 25'200, 2400, 6000)),
              (MonthChange{.total = {6600}, .boxes = {5400}, .contents = {1200}}));
    // Fewer boxes, and cheaper packaging.
    EXPECT_EQ(monthChange(totalsOf(4, 400, 100, 40), totalsOf(3, 300, 60, 30)),
              (MonthChange{.total = {-150}, .boxes = {-135}, .packaging = {-15}}));
}

TEST(MonthChange, IsAllInTheBoxesWhenAMonthHasNone)
{
    EXPECT_EQ(monthChange({}, totalsOf(3, 300, 60, 30)),
              (MonthChange{.total = {390}, .boxes = {390}}));
    EXPECT_EQ(monthChange(totalsOf(3, 300, 60, 30), {}),
              (MonthChange{.total = {-390}, .boxes = {-390}}));
    EXPECT_EQ(monthChange({}, {}), MonthChange{});
}

TEST(MonthChange, LosesNoCentToRounding)
{
    for (std::int64_t before = 1; before < 8; ++before) {
        for (std::int64_t now = 1; now < 8; ++now) {
            const MonthChange change =
                monthChange(totalsOf(before, 1001, 333, 17), totalsOf(now, 997, 334, 1));
            EXPECT_EQ(change.boxes + change.contents + change.packaging + change.labor,
                      change.total);
            EXPECT_EQ(change.total, (foundation::Money{997 + 334 + 1 - 1001 - 333 - 17}));
        }
    }
}

} // namespace
} // namespace giftbox::tests::month_change_test
