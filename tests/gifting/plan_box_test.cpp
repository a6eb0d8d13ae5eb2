#include "tests/support/store_fixture.h"

namespace giftbox::tests::plan_box_test {
namespace {

using budget::CapAction;
using gifting::PlanRequest;
using gifting::PlanState;

/// Ten mugs, of which the first two cost 8.00 each and the others 10.00; a carton costs 2.00, and the labor rate is
/// 30.00 per hour.
class PlanBox : public StoreFixture {
protected:
    void prepare() override
    {
        openStore("USD", "30.00", 10);
        item("MUG-01");
        packagingItem("CARTON");
        recipient("C-1");
        recipient("C-2");
        stock("MUG-01", 2, "16.00", "2026-03-01");
        stock("MUG-01", 8, "80.00", "2026-03-02");
        stock("CARTON", 50, "100.00", "2026-03-01");
    }

    gifting::PlannedResult plan(const PlanRequest& request)
    {
        return write([&](auto& tx) { return gifting::planBox(tx, request); });
    }
    gifting::PlannedResult planMugs(std::int64_t units, const std::string& of = "2026-06")
    {
        return plan({.recipient = "C-1", .lines = {{"MUG-01", units}}, .month = month(of)});
    }
    gifting::PackedBox packPlanned(const gifting::PlannedPacking& packing)
    {
        return write([&](auto& tx) { return gifting::packPlannedBox(tx, packing); });
    }
    gifting::PackedBox packPlanned(const gifting::PlannedResult& planned, const std::string& on)
    {
        return packPlanned({.number = planned.number, .packedOn = day(on)});
    }
    void cancel(books::BoxNo number)
    {
        write([&](auto& tx) { return gifting::cancelBox(tx, number, "moved away"); });
    }
    gifting::PlannedBox planned(books::BoxNo number)
    {
        return read([&](const auto& tx) { return *gifting::findPlannedBox(tx, number); });
    }
    std::string reserved(const std::string& sku)
    {
        return raw()
            .column("SELECT reserved_units FROM item WHERE sku = '" + sku +
                    "' AND store_id = " + storeId())
            .front();
    }
};
GIFTBOX_ON_BOTH_ENGINES(PlanBox);

TEST_P(PlanBox, ReservesItsUnitsAndCommitsItsEstimate)
{
    const auto box = plan(
        {.recipient = "C-1", .lines = {{"MUG-01", 3}, {"CARTON", 1}}, .month = month("2026-06")});
    EXPECT_EQ(box.cost,
              (budget::BoxCost{
                  .contents = money("26.00"), .packaging = money("2.00"), .labor = money("5.00")}));
    EXPECT_EQ(reserved("MUG-01"), "3");
    EXPECT_EQ(reserved("CARTON"), "1");
    EXPECT_EQ(total("2026-06").committed, money("33.00"));
    EXPECT_EQ(onShelf("MUG-01").units, 10) << "nothing has left the shelf";
    EXPECT_EQ(planned(box.number).state, PlanState::Planned);
}

TEST_P(PlanBox, IsEstimatedAfterWhatIsReservedAlready)
{
    EXPECT_EQ(planMugs(2).cost.contents, money("16.00"));
    EXPECT_EQ(planMugs(2).cost.contents, money("20.00"));
}

TEST_P(PlanBox, MayBePlannedForAMonthToCome)
{
    planMugs(2, "2026-12");
    EXPECT_EQ(total("2026-12").committed, money("21.00"));
}

TEST_P(PlanBox, IsRefusedForAClosedMonth)
{
    close("2026-03");
    EXPECT_REFUSAL("month.closed", planMugs(1, "2026-03"));
}

TEST_P(PlanBox, IsRefusedWhenTheUnitsAreReserved)
{
    planMugs(8);
    const Refusal refusal = EXPECT_REFUSAL("stock.short", planMugs(3));
    EXPECT_EQ(refusal.sentence(),
              "This needs 3 of item MUG-01, but 10 are in stock, 8 of them reserved for planned "
              "boxes. Receive more, or select another item.");
    planMugs(2);
}

TEST_P(PlanBox, IsRefusedForWhomOrWhatThereIsNot)
{
    EXPECT_REFUSAL(
        "recipient.unknown",
        plan({.recipient = "NOBODY", .lines = {{"MUG-01", 1}}, .month = month("2026-06")}));
    EXPECT_REFUSAL(
        "item.unknown",
        plan({.recipient = "C-1", .lines = {{"NOTHING", 1}}, .month = month("2026-06")}));
    EXPECT_REFUSAL("box.empty", plan({.recipient = "C-1", .lines = {}, .month = month("2026-06")}));
    EXPECT_REFUSAL("units.malformed", planMugs(0));
}

TEST_P(PlanBox, LeavesWhatIsReservedToItsBox)
{
    planMugs(8);
    EXPECT_REFUSAL("stock.short", pack("C-2", {{"MUG-01", 3}}, "2026-06-01"));
    pack("C-2", {{"MUG-01", 2}}, "2026-06-01");
}

TEST_P(PlanBox, DoesNotKeepAWriteOffFromSayingWhatIsSo)
{
    const auto box = planMugs(8);
    writeOff("MUG-01", 5, "2026-06-01");
    EXPECT_REFUSAL("stock.short", packPlanned(box, "2026-06-02"));
    EXPECT_EQ(reserved("MUG-01"), "8");
    cancel(box.number);
    pack("C-2", {{"MUG-01", 5}}, "2026-06-02");
}

TEST_P(PlanBox, PacksUnderItsNumberAtTheActualCost)
{
    const auto box = planMugs(3);
    EXPECT_EQ(box.cost.total(), money("31.00"));
    pack("C-2", {{"MUG-01", 2}}, "2026-06-01"); // takes the cheap ones
    const auto packed = packPlanned(box, "2026-06-02");
    EXPECT_EQ(packed.number, box.number);
    EXPECT_EQ(packed.cost.total(), money("35.00"));
    EXPECT_EQ(total("2026-06").committed, money("35.00") + money("21.00"));
    EXPECT_EQ(reserved("MUG-01"), "0");
    EXPECT_FALSE(read([&](const auto& tx) { return gifting::findPlannedBox(tx, box.number); }));
    EXPECT_EQ(give(packed, "2026-06-03").box.state, gifting::BoxState::Given);
}

TEST_P(PlanBox, MayBePackedWithOtherItems)
{
    const auto box = planMugs(3);
    const auto packed = packPlanned({.number = box.number,
                                     .lines = {{"CARTON", 2}},
                                     .minutes = 0,
                                     .packedOn = day("2026-06-02")});
    EXPECT_EQ(packed.cost.total(), money("4.00"));
    EXPECT_EQ(reserved("MUG-01"), "0");
    EXPECT_EQ(onShelf("MUG-01").units, 10);
}

TEST_P(PlanBox, PackedInAnotherMonthCountsThere)
{
    const auto box = planMugs(2, "2026-06");
    packPlanned(box, "2026-05-30");
    EXPECT_EQ(total("2026-06").committed, money("0.00"));
    EXPECT_EQ(total("2026-05").committed, money("21.00"));
}

TEST_P(PlanBox, IsTestedAgainstTheCapsWhenPlannedAndAgainWhenPacked)
{
    cap("month.program", "25.00", CapAction::Stop);
    const auto box = planMugs(2); // 21.00
    EXPECT_REFUSAL("budget.month_program_exceeded", planMugs(1));
    pack({.recipient = "C-2",
          .lines = {{"MUG-01", 2}},
          .minutes = 0,
          .packedOn = day("2026-06-01"),
          .override = "a wedding"});
    EXPECT_REFUSAL("budget.month_program_exceeded", packPlanned(box, "2026-06-02"));
    EXPECT_EQ(planned(box.number).state, PlanState::Planned);
    cap("month.program", "41.00", CapAction::Stop);
    EXPECT_EQ(packPlanned(box, "2026-06-02").remaining.monthProgram, money("0.00"))
        << "exactly at the cap is allowed, and its own estimate is not in the way";
}

TEST_P(PlanBox, OverriddenWhenPlannedNeedsNoOtherOverrideWhenPacked)
{
    cap("month.program", "10.00", CapAction::Stop);
    const auto box = plan({.recipient = "C-1",
                           .lines = {{"MUG-01", 2}},
                           .month = month("2026-06"),
                           .override = "a wedding"});
    EXPECT_EQ(planned(box.number).planOverride, "a wedding");
    EXPECT_EQ(total("2026-06").overrides, 0) << "it may still be cancelled";
    const auto packed = packPlanned(box, "2026-06-02");
    EXPECT_EQ(this->box(packed).packOverride, "a wedding");
    EXPECT_EQ(total("2026-06").overrides, 1);
}

TEST_P(PlanBox, CancelledFreesItsUnitsAndItsCost)
{
    const auto box = planMugs(8);
    cancel(box.number);
    EXPECT_EQ(reserved("MUG-01"), "0");
    EXPECT_EQ(total("2026-06").committed, money("0.00"));
    EXPECT_EQ(planned(box.number).cancelReason, "moved away");
    planMugs(10);
}

TEST_P(PlanBox, CancelledNeedsAReason)
{
    const auto box = planMugs(8);
    EXPECT_REFUSAL("text.missing",
                   write([&](auto& tx) { return gifting::cancelBox(tx, box.number, " "); }));
}

TEST_P(PlanBox, CarriesOverWhenItsMonthIsClosed)
{
    const auto box = planMugs(2, "2026-05");
    close("2026-03");
    close("2026-04");
    const auto closed = close("2026-05");
    EXPECT_EQ(closed.movedBoxes, 1);
    EXPECT_EQ(closed.moved, money("21.00"));
    EXPECT_EQ(closed.carried.boxes, 0) << "it was not packed on the last day";
    EXPECT_EQ(total("2026-05").committed, money("0.00"));
    EXPECT_EQ(total("2026-06").committed, money("21.00"));
    EXPECT_EQ(planned(box.number).month, month("2026-06"));
    packPlanned(box, "2026-06-02");
}

/// For each state of a box, the refusal of every step that it does not allow.
TEST_P(PlanBox, TakesOnlyTheStepsOfItsState)
{
    const auto waiting = planMugs(1);
    const auto gone = planMugs(1);
    cancel(gone.number);
    const auto packed = packPlanned(planMugs(1), "2026-06-01");
    const auto given = packPlanned(planMugs(1), "2026-06-01");
    give(given, "2026-06-02");
    const auto undone = packPlanned(planMugs(1), "2026-06-01");
    unpack(undone, "2026-06-02");

    const auto tryPack = [&](books::BoxNo number) {
        packPlanned({.number = number, .packedOn = day("2026-06-03")});
    };
    const auto tryGive = [&](books::BoxNo number) {
        write([&](auto& tx) { return gifting::giveBox(tx, number, day("2026-06-03"), {}); });
    };
    const auto tryUnpack = [&](books::BoxNo number) {
        write([&](auto& tx) { return gifting::unpackBox(tx, number, day("2026-06-03"), "why"); });
    };
    for (const books::BoxNo number : {gone.number, packed.number, given.number, undone.number}) {
        EXPECT_REFUSAL("box.not_planned", tryPack(number));
        EXPECT_REFUSAL("box.not_planned", cancel(number));
    }
    for (const books::BoxNo number : {waiting.number, gone.number, given.number, undone.number}) {
        EXPECT_REFUSAL("box.not_packed", tryGive(number));
        EXPECT_REFUSAL("box.not_packed", tryUnpack(number));
    }
    EXPECT_REFUSAL("box.unknown", tryPack(books::BoxNo{99}));
    EXPECT_REFUSAL("box.unknown", cancel(books::BoxNo{99}));
}

} // namespace
} // namespace giftbox::tests::plan_box_test
