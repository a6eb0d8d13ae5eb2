#include "gifting/selection/box_asked.h"

#include "gifting/set_recipe.h"
#include "tests/gifting/selection/month_fixture.h"

namespace giftbox::tests::box_asked_test {
namespace {

using gifting::BoxAsked;

/// The entry point for boxes packed by hand.
class BoxAskedFor : public MonthFixture {
protected:
    gifting::PackedBox pack(const BoxAsked& asked)
    {
        return write([&](auto& tx) { return gifting::pack(tx, asked, day("2026-06-05")); });
    }
    gifting::PlannedResult plan(const BoxAsked& asked)
    {
        return write([&](auto& tx) { return gifting::plan(tx, asked, month("2026-06")); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(BoxAskedFor);

TEST_P(BoxAskedFor, IsForSomebodyOrWasPlanned)
{
    const std::string before = allRows();
    EXPECT_REFUSAL("box.which", pack({.lines = {{"MUG-01", 1}}}));
    EXPECT_REFUSAL("box.which", pack({.planned = books::BoxNo{1}, .recipient = "C-1"}));
    EXPECT_REFUSAL("box.which", pack({.planned = books::BoxNo{1}, .recipe = "Thanks"}));
    EXPECT_REFUSAL("box.which", plan({.lines = {{"MUG-01", 1}}}));
    EXPECT_REFUSAL("recipe.or_lines",
                   pack({.recipient = "C-1", .lines = {{"MUG-01", 2}}, .recipe = "Thanks"}));
    EXPECT_EQ(allRows(), before);
}

TEST_P(BoxAskedFor, IsPackedForWhoIsMarkedOnlyWhereTheirMonthsListSaysWhy)
{
    doNotGift("C-1");
    EXPECT_REFUSAL("recipient.do_not_gift", pack({.recipient = "C-1", .lines = {{"MUG-01", 1}}}));
    EXPECT_REFUSAL("recipient.do_not_gift", plan({.recipient = "C-1", .lines = {{"MUG-01", 1}}}));
    nominate("C-1", "2026-06");
    select("C-1", "2026-06", "asked for it herself");
    EXPECT_REFUSAL("recipient.do_not_gift", pack({.recipient = "C-1", .lines = {{"MUG-01", 1}}}));
    approve("2026-06");
    EXPECT_EQ(pack({.recipient = "C-1", .lines = {{"MUG-01", 1}}}).number.value, 1);
    const auto planned = plan({.recipient = "C-1", .lines = {{"MUG-01", 1}}});
    EXPECT_EQ(pack({.planned = planned.number}).number, planned.number);
}

} // namespace
} // namespace giftbox::tests::box_asked_test
