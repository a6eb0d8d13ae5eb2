#include "gifting/plan_box.h"
#include "gifting/waiting_boxes.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::waiting_boxes_test {
namespace {

using budget::CapAction;
using gifting::MonthRemaining;
using gifting::WaitingBoxes;

/// It is 2026-06-15; a mug costs 10.00, and there is no labor.
class BoxesThatWait : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        stock("MUG-01", 100, "1000.00", "2026-03-01");
        for (const char* code : {"C-1", "C-2", "C-3"}) {
            recipient(code);
        }
    }
    gifting::PlannedResult plan(const std::string& when, std::int64_t units)
    {
        return write([&](auto& tx) {
            return gifting::planBox(
                tx, {.recipient = "C-3", .lines = {{"MUG-01", units}}, .month = month(when)});
        });
    }
    MonthRemaining remaining(const std::string& when)
    {
        return read([&](const auto& tx) {
            const budget::MonthState state = budget::loadMonth(tx, month(when));
            const MonthRemaining remaining = gifting::remainingOf(tx, month(when), state);
            EXPECT_EQ(remaining.waiting.cost(), state.committedBefore)
                << "as the stored totals say";
            return remaining;
        });
    }
    std::string said(const std::string& when)
    {
        const WaitingBoxes waiting = remaining(when).waiting;
        return read([&](const auto& tx) { return textOf(sentencesOf(tx.store(), waiting)); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(BoxesThatWait);

TEST_P(BoxesThatWait, AreThoseOfEarlierOpenMonthsThatAreNeitherGivenNorUnpacked)
{
    pack("C-1", {{"MUG-01", 2}}, "2026-04-05");
    const auto given = pack("C-2", {{"MUG-01", 3}}, "2026-04-06");
    unpack(pack("C-2", {{"MUG-01", 3}}, "2026-04-07"), "2026-04-08");
    pack("C-2", {{"MUG-01", 1}}, "2026-05-30");
    pack("C-3", {{"MUG-01", 7}}, "2026-06-01");
    const char* ofApril =
        "2 boxes packed in 2026-04 (50.00 USD) count there until given, then here";
    EXPECT_EQ(said("2026-04"), "");
    EXPECT_EQ(said("2026-05"), ofApril);
    EXPECT_EQ(
        said("2026-06"),
        "3 boxes packed from 2026-04 to 2026-05 (60.00 USD) count there until given, then here");
    give(given, "2026-06-02");
    EXPECT_EQ(said("2026-05"),
              "1 box packed in 2026-04 (20.00 USD) counts there until given, then here");
    EXPECT_EQ(
        said("2026-06"),
        "2 boxes packed from 2026-04 to 2026-05 (30.00 USD) count there until given, then here");
    EXPECT_EQ(
        said("2026-07"),
        "3 boxes packed from 2026-04 to 2026-06 (100.00 USD) count there until given, then here");
}

TEST_P(BoxesThatWait, ArePlannedOnesTooUntilTheyArePackedOrCancelled)
{
    const auto first = plan("2026-05", 2);
    const auto second = plan("2026-05", 1);
    plan("2026-06", 4);
    pack("C-1", {{"MUG-01", 2}}, "2026-04-05");
    EXPECT_EQ(said("2026-06"),
              "1 box packed in 2026-04 (20.00 USD) counts there until given, then here; 2 "
              "boxes planned for 2026-05 (30.00 USD) count there until packed, then here");
    write([&](auto& tx) { return gifting::cancelBox(tx, second.number, "moved away"); });
    EXPECT_EQ(said("2026-06"),
              "1 box packed in 2026-04 (20.00 USD) counts there until given, then here; 1 "
              "box planned for 2026-05 (20.00 USD) counts there until packed, then here");
    const auto packed = write([&](auto& tx) {
        return gifting::packPlannedBox(tx, {.number = first.number,
                                            .lines = {},
                                            .minutes = {},
                                            .packedOn = day("2026-06-03"),
                                            .override = {}});
    });
    EXPECT_EQ(packed.remaining.waiting.boxes(), 1) << "it does not wait for June, it counts in it";
    EXPECT_EQ(said("2026-06"),
              "1 box packed in 2026-04 (20.00 USD) counts there until given, then here");
}

TEST_P(BoxesThatWait, CountInTheNextMonthOnceTheirsIsClosed)
{
    cap("month.program", "100.00", CapAction::Stop, "2026-01");
    pack("C-1", {{"MUG-01", 2}}, "2026-03-30");
    pack("C-2", {{"MUG-01", 1}}, "2026-04-02");
    EXPECT_EQ(said("2026-04"),
              "1 box packed in 2026-03 (20.00 USD) counts there until given, then here");
    EXPECT_EQ(remaining("2026-04").left, money("90.00"));
    EXPECT_EQ(remaining("2026-04").onceGiven(), money("70.00"));
    close("2026-03");
    EXPECT_EQ(said("2026-04"), "");
    EXPECT_EQ(remaining("2026-04").left, money("70.00"));
    EXPECT_EQ(
        said("2026-05"),
        "2 boxes packed from 2026-03 to 2026-04 (30.00 USD) count there until given, then here")
        << "where they were packed, not where they count";
    EXPECT_EQ(said("2026-03"), "") << "nothing counts in a closed month any more";
}

TEST_P(BoxesThatWait, AreSaidWithEachBoxThatIsPackedPlannedOrGiven)
{
    cap("month.program", "100.00", CapAction::Stop, "2026-01");
    const auto old = pack("C-1", {{"MUG-01", 3}}, "2026-05-20");
    const auto packed = pack("C-2", {{"MUG-01", 2}}, "2026-06-02");
    EXPECT_EQ(packed.remaining.monthProgram, money("80.00"));
    EXPECT_EQ(packed.remaining.waiting.cost(), money("30.00"));
    EXPECT_EQ(packed.remaining.month().onceGiven(), money("50.00"));
    EXPECT_EQ(plan("2026-06", 1).remaining.month().onceGiven(), money("40.00"));
    EXPECT_EQ(old.remaining.waiting, WaitingBoxes{}) << "nothing waited for May";
    const auto second = pack("C-1", {{"MUG-01", 1}}, "2026-05-21");
    const auto given = give(old, "2026-06-03");
    EXPECT_EQ(given.remaining, money("40.00"));
    EXPECT_EQ(given.waiting.boxes(), 1);
    EXPECT_EQ(given.waiting.cost(), money("10.00"));
    EXPECT_EQ(give(second, "2026-06-03").waiting, WaitingBoxes{});
}

TEST_P(BoxesThatWait, StopNoBoxBeforeTheyAreGiven)
{
    cap("month.program", "50.00", CapAction::Stop, "2026-01");
    const auto old = pack("C-1", {{"MUG-01", 3}}, "2026-05-20");
    const auto packed = pack("C-2", {{"MUG-01", 5}}, "2026-06-02");
    EXPECT_EQ(packed.remaining.monthProgram, money("0.00"));
    EXPECT_EQ(packed.remaining.month().onceGiven(), money("-30.00"));
    EXPECT_REFUSAL("budget.month_program_exceeded", give(old, "2026-06-03"));
}

TEST_P(BoxesThatWait, WithoutACapAreSaidAsWell)
{
    pack("C-1", {{"MUG-01", 3}}, "2026-05-20");
    EXPECT_EQ(remaining("2026-06").left, std::nullopt);
    EXPECT_EQ(remaining("2026-06").onceGiven(), std::nullopt);
    EXPECT_EQ(remaining("2026-06").waiting.boxes(), 1);
}

TEST_P(BoxesThatWait, AreAskedForOnlyWhereSomethingIsCommittedBefore)
{
    const auto statements = [&] {
        const std::int64_t before = database().statementsSent();
        remaining("2026-05");
        return database().statementsSent() - before;
    };
    pack("C-1", {{"MUG-01", 3}}, "2026-05-20");
    statements(); // the first time they are prepared
    const std::int64_t ofNone = statements();
    pack("C-2", {{"MUG-01", 1}}, "2026-04-20");
    statements();
    const std::int64_t ofOne = statements();
    EXPECT_EQ(ofOne, ofNone + 1);
    for (int box = 0; box < 5; ++box) {
        pack("C-2", {{"MUG-01", 1}}, "2026-03-20");
    }
    EXPECT_EQ(statements(), ofOne);
}

} // namespace
} // namespace giftbox::tests::waiting_boxes_test
