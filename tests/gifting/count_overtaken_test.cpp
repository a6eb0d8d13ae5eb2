#include "tests/support/store_fixture.h"

namespace giftbox::tests::count_overtaken_test {
namespace {

/// Ten mugs in two lots of 6 and 4, counted before later movements.
class OvertakenCount : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG");
        recipient("C-1");
        stock("MUG", 6, "18.00", "2026-06-01");
        stock("MUG", 4, "12.00", "2026-06-02");
    }
    gifting::Adjustment counted(std::int64_t units, std::int64_t expected, bool adjusts = false,
                                const std::string& on = "2026-06-15")
    {
        return write([&](auto& tx) {
            return gifting::countStock(tx, {.sku = "MUG",
                                            .units = units,
                                            .on = day(on),
                                            .reason = "weekly count",
                                            .foundCost = {},
                                            .expected = expected,
                                            .adjusts = adjusts});
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(OvertakenCount);

TEST_P(OvertakenCount, IsRefusedWithBothNumbersAndWhatHappened)
{
    pack("C-1", {{"MUG", 7}}, "2026-06-14");
    const Refusal refusal = EXPECT_REFUSAL("count.overtaken", counted(10, 10));
    EXPECT_EQ(refusal.sentence(), "The books showed 10 units of item MUG when you counted, and now "
                                  "show 3: 7 issued to box 1 on 2026-06-14 by ann. Count again, or "
                                  "adjust your count of 10 to 3 for what has moved since.");
}

TEST_P(OvertakenCount, IsAdjustedByWhatHasMovedSince)
{
    pack("C-1", {{"MUG", 2}}, "2026-06-15");
    EXPECT_EQ(counted(9, 10, true).units, -1);
    EXPECT_EQ(onShelf("MUG"), (OnShelf{7, "21.00"}));
    EXPECT_EQ(total("2026-06").of(books::MonthFigure::WriteOff), money("3.00"))
        << "one was missing, and no more";
}

TEST_P(OvertakenCount, IsACountLikeAnotherWhereTheBooksSayWhatWasExpected)
{
    EXPECT_EQ(counted(9, 10).units, -1);
    EXPECT_EQ(counted(9, 9, true).units, 0);
    const auto box = pack("C-1", {{"MUG", 2}}, "2026-06-15");
    unpack(box, "2026-06-15");
    EXPECT_EQ(counted(9, 9).units, 0) << "what left has come back";
}

TEST_P(OvertakenCount, TellsOfEverythingThatHappenedSinceAndNothingBefore)
{
    writeOff("MUG", 1, "2026-06-03");
    const auto box = pack("C-1", {{"MUG", 2}}, "2026-06-04");
    actsAs("bo");
    stock("MUG", 5, "20.00", "2026-06-05");
    unpack(box, "2026-06-06");
    writeOff("MUG", 3, "2026-06-07");
    count("MUG", 10, "2026-06-08");
    count("MUG", 12, "2026-06-09");
    const Refusal refusal = EXPECT_REFUSAL("count.overtaken", counted(7, 7));
    EXPECT_EQ(
        refusal.sentence(),
        "The books showed 7 units of item MUG when you counted, and now show 12: 5 received on "
        "2026-06-05 by bo, 2 returned from box 1 on 2026-06-06 by bo, 3 written off on 2026-06-07 "
        "by bo, 1 missing at a count on 2026-06-08 by bo, 2 found at a count on 2026-06-09 by bo. "
        "Count again, or adjust your count of 7 to 12 for what has moved since.");
}

TEST_P(OvertakenCount, IsOneOfTheEndOfItsDay)
{
    pack("C-1", {{"MUG", 2}}, "2026-06-12");
    EXPECT_EQ(counted(10, 10, false, "2026-06-11").units, 0) << "which was over by then";
    EXPECT_REFUSAL("count.overtaken", counted(10, 10, false, "2026-06-12"));
}

TEST_P(OvertakenCount, SaysBothNumbersWhereTheBooksNeverSaidWhatWasExpected)
{
    const Refusal refusal = EXPECT_REFUSAL("count.overtaken", counted(1, 99));
    EXPECT_EQ(refusal.sentence(),
              "The books showed 99 units of item MUG when you counted, and now show 10. Count "
              "again, or adjust your count of 1 to -88 for what has moved since.");
    EXPECT_REFUSAL("count.malformed", counted(1, 99, true));
}

TEST_P(OvertakenCount, IsKnownByTheLastMovementThatWasSeen)
{
    const auto before = [&](std::int64_t seen, const std::string& on) {
        return write([&](auto& tx) { return gifting::unitsBefore(tx, "MUG", day(on), seen); });
    };
    pack("C-1", {{"MUG", 7}}, "2026-06-12");
    EXPECT_EQ(before(4, "2026-06-15"), 3);
    EXPECT_EQ(before(2, "2026-06-15"), 10);
    EXPECT_EQ(before(1, "2026-06-15"), 6);
    EXPECT_EQ(before(2, "2026-06-11"), 10);
    EXPECT_EQ(before(0, "2026-06-15"), 0);
}

} // namespace
} // namespace giftbox::tests::count_overtaken_test
