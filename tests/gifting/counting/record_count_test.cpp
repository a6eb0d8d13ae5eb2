#include "tests/gifting/counting/count_fixture.h"

namespace giftbox::tests::record_count_test {
namespace {

class RecordCount : public CountFixture {};
GIFTBOX_ON_BOTH_ENGINES(RecordCount);

TEST_P(RecordCount, KeepsWhoCountedWhatAndWhatTheBooksHadThen)
{
    const auto number = start();
    actsAs("ben");
    const auto line = counts(number, "mug-01", 6);
    EXPECT_EQ(line.sku, "MUG-01");
    EXPECT_EQ(line.entry->difference(), -2);
    const auto kept = *linesIn(number)[1].entry;
    EXPECT_EQ(kept.units, 6);
    EXPECT_EQ(kept.books, 8);
    EXPECT_EQ(kept.by, "ben");
    EXPECT_EQ(kept.turn, 1);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{8, "35.00"})) << "nothing moves before it is posted";
    const auto progress = read([&](const auto& tx) { return gifting::progressOf(tx, number); });
    EXPECT_EQ(progress.items, 3);
    EXPECT_EQ(progress.counted, 1);
}

TEST_P(RecordCount, FindsAnItemByItsBarcode)
{
    edit("MUG-01", {{"barcode", "4006381333931"}});
    EXPECT_EQ(counts(start(), "4006381333931", 6).sku, "MUG-01");
}

TEST_P(RecordCount, HoldsTheLastOfSeveralCounts)
{
    const auto number = start();
    counts(number, "MUG-01", 6);
    counts(number, "MUG-01", 7);
    const auto kept = *linesIn(number)[1].entry;
    EXPECT_EQ(kept.units, 7);
    EXPECT_EQ(kept.turn, 2);
}

TEST_P(RecordCount, ComparesWithTheBooksOfTheMoment)
{
    const auto number = start();
    pack("C-1", {{"MUG-01", 2}}, "2026-06-15");
    EXPECT_EQ(counts(number, "MUG-01", 6).entry->difference(), 0) << "the box took them";
    const auto line = linesIn(number)[1];
    EXPECT_EQ(line.movedSinceStart, -2);
    EXPECT_EQ(line.movedSinceCounted, 0);
}

TEST_P(RecordCount, ComparesASheetWithTheBooksOfTheStart)
{
    const auto number = start();
    pack("C-1", {{"MUG-01", 2}}, "2026-06-15");
    counts(number, {.sku = "MUG-01", .units = 8, .isFromStart = true});
    const auto line = linesIn(number)[1];
    EXPECT_EQ(line.entry->difference(), 0);
    EXPECT_EQ(line.movedSinceCounted, -2);
}

TEST_P(RecordCount, ComparesACountOfAPastDayWithTheEndOfThatDay)
{
    const auto number = start("2026-06-05");
    EXPECT_EQ(counts(number, "MUG-01", 3).entry->difference(), 0);
}

TEST_P(RecordCount, ComparesWhatIsCountedADayLaterWithTheBooksOfThatDay)
{
    const auto number = start();
    itIs("2026-06-16");
    pack("C-1", {{"MUG-01", 2}}, "2026-06-16");
    EXPECT_EQ(counts(number, "MUG-01", 6).entry->difference(), 0);
    EXPECT_EQ(linesIn(number)[1].movedSinceStart, 0) << "on the day of the count nothing moved";
}

TEST_P(RecordCount, IsRefusedForWhatCannotBe)
{
    const auto number = start({.on = day("2026-06-15"), .bin = "A-1"});
    EXPECT_REFUSAL("count.unknown", counts(gifting::CountNo{9}, "MUG-01", 1));
    EXPECT_REFUSAL("item.unknown", counts(number, "MUG-09", 1));
    const Refusal other = EXPECT_REFUSAL("count.item_not_in", counts(number, "PEN-01", 1));
    EXPECT_EQ(other.sentence(),
              "Item PEN-01 is not in count 1. Count it alone, or start a count that has it.");
    EXPECT_REFUSAL("count.malformed", counts(number, "MUG-01", -1));
    EXPECT_REFUSAL("count.malformed", counts(number, "MUG-01", 1'000'000'001));
    EXPECT_REFUSAL("cost.negative",
                   counts(number, {.sku = "MUG-01", .units = 9, .foundCost = Money{-1}}));
    itIs("2026-07-01");
    close("2026-06");
    EXPECT_REFUSAL("month.closed", counts(number, "MUG-01", 8));
}

} // namespace
} // namespace giftbox::tests::record_count_test
