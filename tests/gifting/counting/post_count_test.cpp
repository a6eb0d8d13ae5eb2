#include "gifting/last_counts.h"
#include "gifting/reverse_adjustment.h"
#include "tests/gifting/counting/count_fixture.h"

namespace giftbox::tests::post_count_test {
namespace {

using books::MonthFigure;
using books::Setting;
using gifting::CountPosting;
using gifting::CountState;

class PostCount : public CountFixture {};
GIFTBOX_ON_BOTH_ENGINES(PostCount);

TEST_P(PostCount, MakesTheBooksMatchAllItemsInOneEvent)
{
    const auto number = start();
    counts(number, "MUG-01", 10);
    counts(number, "HAT-01", 1);
    counts(number, "PEN-01", 0);
    const std::int64_t before = events();
    const auto posted = post(number);
    EXPECT_EQ(events(), before + 1);
    EXPECT_EQ(posted.counted, 3);
    EXPECT_EQ(posted.agreed, 1);
    EXPECT_EQ(posted.unitsOver, 2);
    EXPECT_EQ(posted.costOver, money("10.00"));
    EXPECT_EQ(posted.unitsUnder, 3);
    EXPECT_EQ(posted.costUnder, money("15.00")) << "over and under stand side by side";
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{10, "45.00"}));
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{1, "5.00"}));
    EXPECT_EQ(total("2026-06").of(MonthFigure::WriteOff), money("5.00"));
    const auto count = session(number);
    EXPECT_EQ(count.state, CountState::Posted);
    EXPECT_EQ(count.reason, "stock-take");
    EXPECT_EQ(linesIn(number)[0].postedUnits, -3);
    EXPECT_EQ(linesIn(number)[0].postedCost, money("-15.00"));
    EXPECT_EQ(linesIn(number)[2].postedUnits, 0);
}

TEST_P(PostCount, MovesNothingWhereAllAgrees)
{
    const auto number = start();
    countsAll(number);
    const auto posted = post(number);
    EXPECT_EQ(posted.agreed, 3);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{8, "35.00"}));
}

TEST_P(PostCount, LeavesItemsThatWereNotCountedOnlyWhenSaidSo)
{
    const auto number = start();
    EXPECT_REFUSAL("count.nothing_counted", post(number));
    counts(number, "MUG-01", 6);
    const Refusal refusal = EXPECT_REFUSAL("count.uncounted", post(number));
    EXPECT_EQ(refusal.sentence(), "2 items of count 1 were not counted: HAT-01, PEN-01. Count "
                                  "them, or say that they stay as they are.");
    const auto posted = post({.number = number, .reason = "stock-take", .leavesUncounted = true});
    EXPECT_EQ(posted.uncounted, 2);
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{4, "20.00"}));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{6, "28.33"}));
}

TEST_P(PostCount, TakesWhatMovedSinceIntoAccountWhenSaidSo)
{
    const auto number = start();
    countsAll(number);
    counts(number, "MUG-01", 7);
    pack("C-1", {{"MUG-01", 2}}, "2026-06-15");
    const Refusal refusal = EXPECT_REFUSAL("count.moved_since", post(number));
    EXPECT_EQ(refusal.sentence(),
              "The books of 1 item of count 1 have moved since it was counted: MUG-01. Count it "
              "again, or let what moved since come on top of the count.");
    const auto posted = post({.number = number, .reason = "stock-take", .adjusts = true});
    EXPECT_EQ(posted.unitsUnder, 1);
    EXPECT_EQ(onShelf("MUG-01").units, 5);
}

TEST_P(PostCount, GoesOnAfterAMovementOfALaterDay)
{
    const auto number = start();
    countsAll(number);
    counts(number, "MUG-01", 7);
    itIs("2026-06-16");
    pack("C-1", {{"MUG-01", 2}}, "2026-06-16");
    EXPECT_EQ(post(number).unitsUnder, 1);
    EXPECT_EQ(onShelf("MUG-01").units, 5);
}

TEST_P(PostCount, AsksForAnotherCountWhereTheBooksWereCorrected)
{
    const auto one = start();
    const auto other = start();
    countsAll(one);
    countsAll(other);
    counts(one, "MUG-01", 6);
    counts(other, "MUG-01", 6);
    post(one);
    EXPECT_EQ(onShelf("MUG-01").units, 6);
    const CountPosting adjusted{.number = other, .reason = "again", .adjusts = true};
    EXPECT_REFUSAL("count.corrected_since", post(adjusted));
    counts(other, "MUG-01", 6);
    EXPECT_EQ(post(adjusted).unitsUnder, 0) << "two counts do not take the same units off twice";
    EXPECT_EQ(onShelf("MUG-01").units, 6);
}

TEST_P(PostCount, AsksForAnotherCountAlsoAfterACorrectionOfALaterDay)
{
    const auto number = start();
    countsAll(number);
    counts(number, "MUG-01", 6);
    itIs("2026-06-16");
    count("MUG-01", 6, "2026-06-16");
    EXPECT_REFUSAL("count.corrected_since", post(number));
}

TEST_P(PostCount, AsksForAnotherCountWhereMoreIsGoneThanWasCounted)
{
    const auto number = start();
    countsAll(number);
    counts(number, "MUG-01", 1);
    pack("C-1", {{"MUG-01", 8}}, "2026-06-15");
    EXPECT_REFUSAL("count.more_gone",
                   post({.number = number, .reason = "stock-take", .adjusts = true}));
}

TEST_P(PostCount, ValuesUnitsOfAnItemNeverBoughtAtTheCostThatWasGiven)
{
    const auto number = start();
    countsAll(number);
    counts(number, "PEN-01", 3);
    const Refusal refusal = EXPECT_REFUSAL("count.cost_needed", post(number));
    EXPECT_EQ(refusal.sentence(),
              "1 item of count 1 was never bought, so the cost of the units found is not known: "
              "PEN-01. Count it again, with the total cost of the units found.");
    counts(number, {.sku = "PEN-01", .units = 3, .foundCost = money("1.50")});
    EXPECT_EQ(post(number).costOver, money("1.50"));
    EXPECT_EQ(onShelf("PEN-01"), (OnShelf{3, "1.50"}));
}

TEST_P(PostCount, NeedsASecondCountOverTheLimitInUnits)
{
    setFrom(Setting::CountLimitUnits, 2);
    const auto number = start();
    countsAll(number);
    post(number);
    const auto next = start();
    counts(next, "MUG-01", 5);
    counts(next, "HAT-01", 2);
    counts(next, "PEN-01", 0);
    const Refusal refusal = EXPECT_REFUSAL("count.second_needed", post(next));
    EXPECT_EQ(refusal.sentence(), "The books are further off than the store accepts of one count "
                                  "for 1 item of count 2: MUG-01. Count it a second time.");
    counts(next, "MUG-01", 5);
    EXPECT_EQ(post(next).unitsUnder, 5);
}

TEST_P(PostCount, NeedsASecondCountOverTheLimitInCost)
{
    setFrom(Setting::CountLimitCost, 1000);
    const auto number = start();
    countsAll(number);
    counts(number, "PEN-01", 0);
    const auto next = start();
    counts(next, "MUG-01", 8);
    counts(next, "HAT-01", 1);
    counts(next, "PEN-01", 0);
    EXPECT_REFUSAL("count.second_needed", post(next));
    counts(next, "HAT-01", 2);
    EXPECT_EQ(post(next).costUnder, money("10.00"));
}

TEST_P(PostCount, IsForSomebodyElseWhereTheStoreSaysSo)
{
    setFrom(Setting::CountTwoPeople, 1);
    const auto number = start();
    actsAs("ben");
    countsAll(number);
    actsAs("ann");
    counts(number, "MUG-01", 8);
    const Refusal refusal = EXPECT_REFUSAL("count.same_person", post(number));
    EXPECT_EQ(refusal.sentence(),
              "ann counted in count 1. In this store somebody else posts a count.");
    actsAs("ben");
    EXPECT_REFUSAL("count.same_person", post(number));
    actsAs("mia");
    EXPECT_EQ(post(number).count.endedBy, "mia");
}

TEST_P(PostCount, SaysAllThatIsWrongAtOnce)
{
    setFrom(Setting::CountTwoPeople, 1);
    const auto number = start();
    counts(number, "MUG-01", 8);
    EXPECT_EQ(EXPECT_REFUSAL("count.same_person", post(number)).faults().size(), 2U);
}

TEST_P(PostCount, IsRefusedForWhatCannotBe)
{
    EXPECT_REFUSAL("count.unknown", post(gifting::CountNo{1}));
    const auto number = start();
    countsAll(number);
    EXPECT_REFUSAL("text.missing", post({.number = number}));
    post(number);
    EXPECT_REFUSAL("count.not_open", post(number));
    const auto late = start();
    countsAll(late);
    itIs("2026-07-01");
    close("2026-06");
    EXPECT_REFUSAL("month.closed", post(late));
    cancel(late);
}

TEST_P(PostCount, KeepsWhenAndByWhomAnItemWasCountedLast)
{
    count("MUG-01", 7, "2026-06-11");
    const auto number = start();
    actsAs("ben");
    counts(number, "HAT-01", 6);
    actsAs("mia");
    post({.number = number, .reason = "stock-take", .leavesUncounted = true});
    const auto last = read([](const auto& tx) { return gifting::lastCounts(tx); });
    EXPECT_EQ(last.size(), 2U);
    EXPECT_EQ(last.at(1).on, day("2026-06-11"));
    EXPECT_EQ(last.at(1).by, "ann");
    EXPECT_EQ(last.at(1).difference, -1);
    EXPECT_EQ(last.at(2).on, day("2026-06-15"));
    EXPECT_EQ(last.at(2).by, "ben") << "and not who posted it";
    EXPECT_EQ(last.at(2).difference, 2);
}

TEST_P(PostCount, IsReversedItemByItem)
{
    const auto number = start();
    countsAll(number);
    counts(number, "MUG-01", 6);
    post(number);
    const auto movement = std::stoll(
        raw().column("SELECT MAX(seq) FROM movement WHERE store_id = " + storeId()).front());
    write([&](auto& tx) { return gifting::reverseCount(tx, movement, "counted another bin"); });
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{8, "35.00"}));
}

} // namespace
} // namespace giftbox::tests::post_count_test
