#include "tests/support/store_fixture.h"

namespace giftbox::tests::pack_box_caps_test {
namespace {

using budget::CapAction;
using budget::CapName;
using gifting::BoxRequest;

/// A mug costs 10.00, a carton 1.00; packing takes no labor by default.
class PackBoxUnderCaps : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        packagingItem("CARTON");
        recipient("C-1");
        stock("MUG-01", 100, "1000.00", "2026-03-01");
        stock("CARTON", 100, "100.00", "2026-03-01");
    }

    gifting::PackedBox packOverriding(std::int64_t mugs, const std::string& on,
                                      const std::string& reason)
    {
        return pack({.recipient = "C-1",
                     .lines = {{"MUG-01", mugs}},
                     .packedOn = day(on),
                     .override = reason});
    }
    /// Mugs in a box that is packed and given on different days.
    static BoxRequest box(std::int64_t mugs, const std::string& packedOn,
                          const std::string& givenOn)
    {
        return {.recipient = "C-1",
                .lines = {{"MUG-01", mugs}},
                .packedOn = day(packedOn),
                .givenOn = day(givenOn)};
    }
};
GIFTBOX_ON_BOTH_ENGINES(PackBoxUnderCaps);

TEST_P(PackBoxUnderCaps, IsAllowedExactlyAtTheCapOfOneBox)
{
    cap("box.total", "20.00", CapAction::Stop);
    const auto packed = pack("C-1", {{"MUG-01", 2}}, "2026-03-05");
    EXPECT_EQ(packed.verdict, budget::Verdict{});
    EXPECT_EQ(packed.remaining.boxTotal, money("0.00"));
}

TEST_P(PackBoxUnderCaps, IsRefusedOneCentOverTheCapOfOneBox)
{
    cap("box.total", "19.99", CapAction::Stop);
    const Refusal refusal =
        EXPECT_REFUSAL("budget.box_total_exceeded", pack("C-1", {{"MUG-01", 2}}, "2026-03-05"));
    EXPECT_EQ(refusal.sentence(),
              "This box would cost 20.00 USD, 0.01 USD over the limit of 19.99 USD per box. Choose "
              "cheaper items, or ask a manager to approve it.");
}

TEST_P(PackBoxUnderCaps, CountsPackagingAndLaborInTheTotalButNotInTheContents)
{
    cap("box.contents", "10.00", CapAction::Stop);
    cap("box.total", "16.00", CapAction::Stop);
    BoxRequest wanted{.recipient = "C-1",
                      .lines = {{"MUG-01", 1}, {"CARTON", 1}},
                      .minutes = 10,
                      .packedOn = day("2026-03-05")};
    const auto packed = pack(wanted);
    EXPECT_EQ(packed.remaining.boxContents, money("0.00"));
    EXPECT_EQ(packed.remaining.boxTotal, money("0.00"));
    wanted.minutes = 11;
    EXPECT_REFUSAL("budget.box_total_exceeded", pack(wanted));
    cap("box.contents", "9.99", CapAction::Stop);
    wanted.minutes = 0;
    EXPECT_REFUSAL("budget.box_contents_exceeded", pack(wanted));
}

TEST_P(PackBoxUnderCaps, CountsWhatIsSpentAndWhatIsCommittedAgainstTheMonth)
{
    cap("month.program", "40.00", CapAction::Stop);
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-03-05");
    pack("C-1", {{"MUG-01", 2}}, "2026-03-06");
    const Refusal refusal =
        EXPECT_REFUSAL("budget.month_program_exceeded", pack("C-1", {{"MUG-01", 2}}, "2026-03-07"));
    EXPECT_EQ(refusal.sentence(), "This box would put 2026-03 over its 40.00 USD limit by 10.00 "
                                  "USD: 10.00 USD spent, 20.00 USD committed, 50.00 USD with this "
                                  "box. Choose cheaper items, or ask a manager to approve it.");
    EXPECT_EQ(pack("C-1", {{"MUG-01", 1}}, "2026-03-07").remaining.monthProgram, money("0.00"));
    EXPECT_REFUSAL("budget.month_program_exceeded", pack("C-1", {{"CARTON", 1}}, "2026-03-07"));
    EXPECT_EQ(pack("C-1", {{"MUG-01", 4}}, "2026-04-01").remaining.monthProgram, money("0.00"))
        << "each month has its own room";
}

TEST_P(PackBoxUnderCaps, SaysTheRemainingThatIsLeftAndNoneWithoutACap)
{
    cap("month.program", "100.00", CapAction::Stop);
    const auto packed = pack("C-1", {{"MUG-01", 3}}, "2026-03-05");
    EXPECT_EQ(packed.remaining.monthProgram, money("70.00"));
    EXPECT_EQ(packed.remaining.boxTotal, std::nullopt);
    EXPECT_EQ(packed.remaining.boxContents, std::nullopt);
}

TEST_P(PackBoxUnderCaps, IsRecordedAndWarnedOfOverACapThatWarns)
{
    cap("box.total", "15.00", CapAction::Warn);
    cap("month.program", "15.00", CapAction::Warn);
    const auto packed = pack("C-1", {{"MUG-01", 2}}, "2026-03-05");
    ASSERT_EQ(packed.verdict.warned.size(), 2U);
    EXPECT_EQ(packed.verdict.warned[0].cap.name, CapName::BoxTotal);
    EXPECT_EQ(packed.verdict.warned[0].wouldBe, money("20.00"));
    EXPECT_EQ(packed.verdict.warned[1].cap.name, CapName::MonthProgram);
    EXPECT_TRUE(packed.verdict.overridden.empty());
    EXPECT_NE(lastDetail().find(R"("warned":"the cap box.total is 15.00 USD)"), std::string::npos);
    EXPECT_EQ(packed.remaining.monthProgram, money("-5.00"));
    EXPECT_EQ(total("2026-03").committed, money("20.00"));
    EXPECT_EQ(total("2026-03").overrides, 0);
}

TEST_P(PackBoxUnderCaps, PassesAStopCapOnceWithAReasonThatStays)
{
    cap("box.total", "15.00", CapAction::Stop);
    const auto packed = packOverriding(2, "2026-03-05", "ten years a customer");
    ASSERT_EQ(packed.verdict.overridden.size(), 1U);
    EXPECT_EQ(packed.verdict.overridden[0].cap.name, CapName::BoxTotal);
    EXPECT_EQ(StoreFixture::box(packed).packOverride, "ten years a customer");
    EXPECT_EQ(total("2026-03").overrides, 1);
    EXPECT_REFUSAL("budget.box_total_exceeded", pack("C-1", {{"MUG-01", 2}}, "2026-03-06"));
}

TEST_P(PackBoxUnderCaps, StaysOverriddenWhenTheCapIsRaisedAndTheBoxUnpacked)
{
    cap("box.total", "15.00", CapAction::Stop);
    const auto packed = packOverriding(2, "2026-03-05", "ten years a customer");
    cap("box.total", "500.00", CapAction::Stop);
    EXPECT_EQ(total("2026-03").overrides, 1);
    unpack(packed, "2026-03-06");
    EXPECT_EQ(total("2026-03").overrides, 1);
    EXPECT_EQ(StoreFixture::box(packed).packOverride, "ten years a customer");
}

TEST_P(PackBoxUnderCaps, KeepsNoOverrideWhereNoStopCapWasPassed)
{
    cap("box.total", "15.00", CapAction::Warn);
    const auto packed = packOverriding(2, "2026-03-05", "just in case");
    EXPECT_TRUE(packed.verdict.overridden.empty());
    EXPECT_EQ(StoreFixture::box(packed).packOverride, std::nullopt);
    EXPECT_EQ(total("2026-03").overrides, 0);
}

TEST_P(PackBoxUnderCaps, NeedsAReasonForAnOverride)
{
    cap("box.total", "15.00", CapAction::Stop);
    EXPECT_REFUSAL("text.missing", packOverriding(2, "2026-03-05", ""));
    EXPECT_REFUSAL("text.missing", packOverriding(2, "2026-03-05", " \t"));
    EXPECT_REFUSAL("text.too_long", packOverriding(2, "2026-03-05", std::string(1001, 'x')));
}

TEST_P(PackBoxUnderCaps, DoesNotLetAnOverridePassTheStock)
{
    EXPECT_REFUSAL("stock.short", packOverriding(101, "2026-03-05", "all of them"));
}

TEST_P(PackBoxUnderCaps, FollowsTheCapThatHoldsInItsMonth)
{
    cap("box.total", "10.00", CapAction::Stop, "2026-03");
    cap("box.total", "30.00", CapAction::Stop, "2026-04");
    EXPECT_REFUSAL("budget.box_total_exceeded", pack("C-1", {{"MUG-01", 2}}, "2026-03-31"));
    EXPECT_NO_THROW(pack("C-1", {{"MUG-01", 3}}, "2026-04-01"));
    EXPECT_REFUSAL("budget.box_total_exceeded", pack("C-1", {{"MUG-01", 4}}, "2026-06-01"));
}

TEST_P(PackBoxUnderCaps, FollowsTheLaterOfTwoCapsForOneMonth)
{
    cap("box.total", "10.00", CapAction::Stop, "2026-03");
    cap("box.total", "20.00", CapAction::Stop, "2026-03");
    EXPECT_NO_THROW(pack("C-1", {{"MUG-01", 2}}, "2026-03-05"));
    cap("box.total", "99.00", CapAction::Stop, "2026-02");
    EXPECT_REFUSAL("budget.box_total_exceeded", pack("C-1", {{"MUG-01", 3}}, "2026-03-05"));
}

TEST_P(PackBoxUnderCaps, IsNotHeldBackByACapOfZeroWhenItCostsNothing)
{
    item("PEN");
    stock("PEN", 1, "0.00", "2026-03-01");
    cap("box.total", "0.00", CapAction::Stop);
    EXPECT_NO_THROW(pack("C-1", {{"PEN", 1}}, "2026-03-05"));
    EXPECT_REFUSAL("budget.box_total_exceeded", pack("C-1", {{"CARTON", 1}}, "2026-03-05"));
}

TEST_P(PackBoxUnderCaps, GivenInALaterMonthIsTestedInBothMonths)
{
    cap("month.program", "25.00", CapAction::Stop);
    EXPECT_REFUSAL("budget.month_program_exceeded", pack(box(3, "2026-03-30", "2026-04-02")));
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-04-01");
    EXPECT_NO_THROW(pack("C-1", {{"MUG-01", 2}}, "2026-03-30"));
    EXPECT_REFUSAL("budget.month_program_exceeded", pack(box(1, "2026-03-30", "2026-04-02")));
}

TEST_P(PackBoxUnderCaps, GivenInALaterMonthSaysWhatThatMonthsCapSays)
{
    cap("month.program", "10.00", CapAction::Warn, "2026-04");
    const auto packed = pack(box(2, "2026-03-30", "2026-04-02"));
    ASSERT_EQ(packed.verdict.warned.size(), 1U);
    EXPECT_EQ(packed.verdict.warned[0].cap.name, CapName::MonthProgram);
    EXPECT_EQ(packed.remaining.monthProgram, money("-10.00"));
}

TEST_P(PackBoxUnderCaps, GivenInALaterMonthKeepsTheOverrideOfThatMonth)
{
    cap("month.program", "10.00", CapAction::Stop, "2026-04");
    BoxRequest wanted = box(2, "2026-03-30", "2026-04-02");
    wanted.override = "a wedding";
    const auto packed = pack(wanted);
    ASSERT_EQ(packed.verdict.overridden.size(), 1U);
    EXPECT_EQ(StoreFixture::box(packed).packOverride, std::nullopt);
    EXPECT_EQ(StoreFixture::box(packed).giveOverride, "a wedding");
    EXPECT_EQ(total("2026-03").overrides, 0);
    EXPECT_EQ(total("2026-04").overrides, 1);
}

} // namespace
} // namespace giftbox::tests::pack_box_caps_test
