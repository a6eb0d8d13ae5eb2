#include "tests/support/store_fixture.h"

namespace giftbox::tests::give_box_test {
namespace {

using budget::CapAction;

/// A mug costs 10.00.
class GiveBox : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        recipient("C-1");
        recipient("C-2");
        stock("MUG-01", 100, "1000.00", "2026-03-01");
    }
};
GIFTBOX_ON_BOTH_ENGINES(GiveBox);

TEST_P(GiveBox, MovesItsCostFromCommittedToSpent)
{
    const auto packed = pack("C-1", {{"MUG-01", 2}}, "2026-03-05");
    const auto given = give(packed, "2026-03-06");
    EXPECT_EQ(given.box.state, gifting::BoxState::Given);
    EXPECT_EQ(box(packed).givenOn, day("2026-03-06"));
    EXPECT_EQ(total("2026-03").committed, money("0.00"));
    EXPECT_EQ(total("2026-03").spent(), money("20.00"));
    EXPECT_EQ(total("2026-03").contents, money("20.00"));
    EXPECT_EQ(total("2026-03").boxesGiven, 1);
}

TEST_P(GiveBox, InAnotherMonthMovesItsCostThere)
{
    const auto packed = pack("C-1", {{"MUG-01", 2}}, "2026-03-30");
    give(packed, "2026-04-02");
    EXPECT_EQ(box(packed).month, month("2026-04"));
    EXPECT_EQ(total("2026-03").committed, money("0.00"));
    EXPECT_EQ(total("2026-03").spent(), money("0.00"));
    EXPECT_EQ(total("2026-04").spent(), money("20.00"));
}

TEST_P(GiveBox, InAnotherMonthIsTestedAgainstThatMonthsCap)
{
    cap("month.program", "25.00", CapAction::Stop, "2026-04");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-04-01");
    const auto packed = pack("C-2", {{"MUG-01", 2}}, "2026-03-30");
    const Refusal refusal =
        EXPECT_REFUSAL("budget.month_program_exceeded", give(packed, "2026-04-02"));
    EXPECT_NE(refusal.sentence().find("over its 25.00 USD limit by 5.00 USD"), std::string::npos)
        << refusal.sentence();
    cap("month.program", "30.00", CapAction::Stop, "2026-04");
    EXPECT_EQ(give(packed, "2026-04-02").remaining, money("0.00"))
        << "exactly at the cap is allowed";
}

TEST_P(GiveBox, InItsOwnMonthIsNotTestedAgain)
{
    const auto packed = pack("C-1", {{"MUG-01", 2}}, "2026-03-05");
    cap("month.program", "5.00", CapAction::Stop);
    EXPECT_EQ(give(packed, "2026-03-06").remaining, money("-15.00"));
}

TEST_P(GiveBox, OverAWarningCapIsRecordedAndSaysSo)
{
    cap("month.program", "5.00", CapAction::Warn, "2026-04");
    const auto packed = pack("C-1", {{"MUG-01", 2}}, "2026-03-30");
    const auto given = give(packed, "2026-04-02");
    ASSERT_EQ(given.verdict.warned.size(), 1U);
    EXPECT_EQ(given.verdict.warned[0].wouldBe, money("20.00"));
    EXPECT_NE(lastDetail().find(R"("warned":"the cap month.program is 5.00 USD)"),
              std::string::npos);
    EXPECT_EQ(total("2026-04").overrides, 0);
}

TEST_P(GiveBox, MayBeOverriddenWithAReasonThatStays)
{
    cap("month.program", "5.00", CapAction::Stop, "2026-04");
    const auto packed = pack("C-1", {{"MUG-01", 2}}, "2026-03-30");
    const auto given = give(packed, "2026-04-02", "promised in March");
    ASSERT_EQ(given.verdict.overridden.size(), 1U);
    EXPECT_EQ(box(packed).giveOverride, "promised in March");
    EXPECT_EQ(box(packed).packOverride, std::nullopt);
    EXPECT_EQ(total("2026-04").overrides, 1);
    EXPECT_EQ(lastDetail(),
              R"({"given_on":"2026-04-02","total":"20.00","overridden":"the cap month.program is )"
              R"(5.00 USD, this would come to 20.00 USD, 15.00 USD over"})")
        << "words about a recipient are in no event";
    cap("month.program", "500.00", CapAction::Stop, "2026-04");
    EXPECT_EQ(total("2026-04").overrides, 1);
}

TEST_P(GiveBox, KeepsNoOverrideThatWasNotNeeded)
{
    const auto packed = pack("C-1", {{"MUG-01", 2}}, "2026-03-30");
    give(packed, "2026-04-02", "just in case");
    EXPECT_EQ(box(packed).giveOverride, std::nullopt);
    EXPECT_EQ(total("2026-04").overrides, 0);
}

TEST_P(GiveBox, NeedsAReasonForAnOverride)
{
    const auto packed = pack("C-1", {{"MUG-01", 2}}, "2026-03-30");
    EXPECT_REFUSAL("text.missing", give(packed, "2026-04-02", ""));
}

TEST_P(GiveBox, CountsARecipientOnceHoweverManyBoxes)
{
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-03-05");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-03-06");
    give(pack("C-1", {{"MUG-01", 1}}, "2026-03-07"), "2026-03-08");
    packAndGive("C-2", {{"MUG-01", 1}}, "2026-03-09");
    EXPECT_EQ(total("2026-03").boxesGiven, 4);
    EXPECT_EQ(total("2026-03").recipients, 2);
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-04-05");
    EXPECT_EQ(total("2026-04").recipients, 1) << "each month counts for itself";
}

TEST_P(GiveBox, IsRefusedTwice)
{
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-03-05");
    give(packed, "2026-03-06");
    const Refusal refusal = EXPECT_REFUSAL("box.not_packed", give(packed, "2026-03-07"));
    EXPECT_EQ(refusal.sentence(), "Box 1 was given on 2026-03-06. Only a packed box can be given.");
}

TEST_P(GiveBox, IsRefusedForAnUnpackedBox)
{
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-03-05");
    unpack(packed, "2026-03-06");
    EXPECT_REFUSAL("box.not_packed", give(packed, "2026-03-07"));
}

TEST_P(GiveBox, IsRefusedForABoxThatIsNotThere)
{
    EXPECT_REFUSAL("box.unknown", give({.number = books::BoxNo{7}}, "2026-03-07"));
    EXPECT_REFUSAL("box.unknown", give({.number = books::BoxNo{0}}, "2026-03-07"));
}

TEST_P(GiveBox, IsRefusedBeforeItWasPacked)
{
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-03-05");
    EXPECT_REFUSAL("box.given_before_packed", give(packed, "2026-03-04"));
    EXPECT_NO_THROW(give(packed, "2026-03-05"));
}

TEST_P(GiveBox, IsRefusedInTheFutureAndInAClosedMonth)
{
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-03-05");
    EXPECT_REFUSAL("date.in_future", give(packed, "2026-06-16"));
    close("2026-03");
    EXPECT_REFUSAL("month.closed", give(packed, "2026-03-31"));
    EXPECT_NO_THROW(give(packed, "2026-04-01"));
}

TEST_P(GiveBox, LeavesItsFrozenCostAlone)
{
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-03-05");
    stock("MUG-01", 1, "0.01", "2026-03-01");
    EXPECT_EQ(give(packed, "2026-03-06").box.cost, packed.cost);
}

/// A mug costs 10.00.
class UnpackBox : public GiveBox {};
GIFTBOX_ON_BOTH_ENGINES(UnpackBox);

TEST_P(UnpackBox, ReturnsEverythingAtTheCostItLeftWith)
{
    packagingItem("CARTON");
    stock("CARTON", 3, "1.00", "2026-03-01");
    const auto packed = pack("C-1", {{"MUG-01", 2}, {"CARTON", 1}}, "2026-03-05");
    EXPECT_EQ(packed.cost.packaging, money("0.33"));
    unpack(packed, "2026-03-06");
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{100, "1000.00"}));
    EXPECT_EQ(onShelf("CARTON"), (OnShelf{3, "1.00"}));
    EXPECT_EQ(box(packed).state, gifting::BoxState::Unpacked);
    EXPECT_EQ(box(packed).unpackedOn, day("2026-03-06"));
}

TEST_P(UnpackBox, ReturnsItAsANewLotOfThatDay)
{
    item("HAT-01");
    stock("HAT-01", 1, "3.00", "2026-03-01");
    stock("HAT-01", 1, "5.00", "2026-03-02");
    const auto packed = pack("C-1", {{"HAT-01", 1}}, "2026-03-05");
    unpack(packed, "2026-03-06");
    EXPECT_REFUSAL("stock.short", pack("C-1", {{"HAT-01", 2}}, "2026-03-05"));
    EXPECT_EQ(pack("C-1", {{"HAT-01", 1}}, "2026-03-07").cost.contents, money("5.00"))
        << "the lot received first goes first";
    EXPECT_EQ(pack("C-1", {{"HAT-01", 1}}, "2026-03-07").cost.contents, money("3.00"))
        << "what came back is a lot of the day it came back";
}

TEST_P(UnpackBox, ReturnsAnItemThatCameFromSeveralLotsAsOneLot)
{
    item("HAT-01");
    stock("HAT-01", 1, "3.00", "2026-03-01");
    stock("HAT-01", 1, "5.01", "2026-03-02");
    unpack(pack("C-1", {{"HAT-01", 2}}, "2026-03-05"), "2026-03-06");
    EXPECT_EQ(pack("C-1", {{"HAT-01", 1}}, "2026-03-07").cost.contents, money("4.01"));
    EXPECT_EQ(pack("C-1", {{"HAT-01", 1}}, "2026-03-07").cost.contents, money("4.00"));
}

TEST_P(UnpackBox, RelievesTheMonthAndIsNeverHeldBackByACap)
{
    const auto packed = pack("C-1", {{"MUG-01", 2}}, "2026-03-05");
    cap("month.program", "0.00", CapAction::Stop);
    cap("month.restock", "0.00", CapAction::Stop);
    unpack(packed, "2026-03-06");
    EXPECT_EQ(total("2026-03").committed, money("0.00"));
    EXPECT_EQ(total("2026-03").spent(), money("0.00"));
    EXPECT_EQ(total("2026-03").of(books::MonthFigure::Restock), money("1000.00"))
        << "a return is no receipt";
}

TEST_P(UnpackBox, ReturnsARetiredItem)
{
    const auto packed = pack("C-1", {{"MUG-01", 2}}, "2026-03-05");
    retire("MUG-01");
    unpack(packed, "2026-03-06");
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{100, "1000.00"}));
}

TEST_P(UnpackBox, GivesUpTheLaborThatWentIntoTheBox)
{
    const auto packed = pack({.recipient = "C-1",
                              .lines = {{"MUG-01", 1}},
                              .minutes = 30,
                              .packedOn = day("2026-03-05")});
    unpack(packed, "2026-03-06");
    EXPECT_EQ(total("2026-03").committed, money("0.00"));
    EXPECT_EQ(total("2026-03").labor, money("0.00"));
    EXPECT_EQ(box(packed).cost.labor, money("15.00")) << "the box still says what it cost";
}

TEST_P(UnpackBox, IsRefusedForABoxThatIsGivenOrUnpacked)
{
    const auto given = packAndGive("C-1", {{"MUG-01", 1}}, "2026-03-05");
    EXPECT_REFUSAL("box.not_packed", unpack(given, "2026-03-06"));
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-03-05");
    unpack(packed, "2026-03-06");
    EXPECT_REFUSAL("box.not_packed", unpack(packed, "2026-03-06"));
}

TEST_P(UnpackBox, IsRefusedForABoxThatIsNotThere)
{
    EXPECT_REFUSAL("box.unknown", unpack({.number = books::BoxNo{7}}, "2026-03-07"));
}

TEST_P(UnpackBox, IsRefusedBeforeItWasPacked)
{
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-03-05");
    EXPECT_REFUSAL("box.unpacked_before_packed", unpack(packed, "2026-03-04"));
    EXPECT_NO_THROW(unpack(packed, "2026-03-05"));
}

TEST_P(UnpackBox, IsRefusedInTheFutureAndInAClosedMonth)
{
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-03-05");
    EXPECT_REFUSAL("date.in_future", unpack(packed, "2026-06-16"));
    close("2026-03");
    EXPECT_REFUSAL("month.closed", unpack(packed, "2026-03-31"));
    EXPECT_NO_THROW(unpack(packed, "2026-05-01"));
    EXPECT_EQ(box(packed).month, month("2026-05"));
}

TEST_P(UnpackBox, NeedsAReason)
{
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-03-05");
    EXPECT_REFUSAL("text.missing", write([&](auto& tx) {
                       return gifting::unpackBox(tx, packed.number, day("2026-03-06"), " ");
                   }));
}

} // namespace
} // namespace giftbox::tests::give_box_test
