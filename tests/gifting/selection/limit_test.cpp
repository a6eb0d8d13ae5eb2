#include "tests/gifting/selection/month_fixture.h"

namespace giftbox::tests::limit_test {
namespace {

class SelectLimit : public MonthFixture {};
GIFTBOX_ON_BOTH_ENGINES(SelectLimit);

TEST_P(SelectLimit, WarnsOfWhatCountsToAGiftLimitAndRefusesWhereNothingIsLeft)
{
    constexpr std::int64_t kWarn = 1;
    constexpr std::int64_t kBlock = 2;
    setFrom(books::Setting::MinimumGiftInterval, 0);
    setFrom(books::Setting::LimitUsGift, kWarn);
    packAndGive("C-1", {{"MUG-01", 2}}, "2026-02-01");
    packAndGive("C-2", {{"MUG-01", 3}}, "2026-02-01");
    for (const char* code : {"C-1", "C-2", "C-3"}) {
        nominate(code, "2026-06");
    }
    EXPECT_EQ(warnings("C-1", "2026-06"), "Gift limit us-gift: 20.00 USD of 25.00 USD this year");
    EXPECT_EQ(warnings("C-2", "2026-06"), "Gift limit us-gift: 30.00 USD of 25.00 USD this year");
    EXPECT_EQ(warnings("C-3", "2026-06"), "");
    EXPECT_REFUSAL("selection.warned", select("C-1", "2026-06"));
    select("C-1", "2026-06", "a jubilee");
    setFrom(books::Setting::LimitUsGift, kBlock, "2026-06");
    EXPECT_EQ(
        EXPECT_REFUSAL("selection.limit_reached", select("C-2", "2026-06", "a jubilee")).sentence(),
        "C-2 has had gifts for 30.00 USD of 25.00 USD under the gift limit us-gift, which "
        "blocks every further box. Select somebody else.");
    select("C-3", "2026-06");
    pack("C-3", {{"MUG-01", 1}}, "2026-06-02");
    EXPECT_EQ(candidate("C-3", "2026-06").warnings.size(), 0U) << "it is the month's own box";
}

} // namespace
} // namespace giftbox::tests::limit_test
