#include "tests/gifting/counting/count_fixture.h"

namespace giftbox::tests::start_count_test {
namespace {

using gifting::CountScope;
using gifting::CountState;
using Skus = std::vector<std::string>;

class StartCount : public CountFixture {};
GIFTBOX_ON_BOTH_ENGINES(StartCount);

TEST_P(StartCount, KeepsWhatTheBooksHaveOfEachItemInTheOrderOfBins)
{
    inBin("CUP-01", "", "mugs");
    const auto number = start();
    EXPECT_EQ(skusIn(number), (Skus{"HAT-01", "MUG-01", "PEN-01", "CUP-01"}));
    EXPECT_EQ(linesIn(number)[0].expected, 4);
    EXPECT_EQ(linesIn(number)[1].expected, 8);
    EXPECT_EQ(linesIn(number)[2].expected, 0);
    const auto count = session(number);
    EXPECT_EQ(count.state, CountState::Open);
    EXPECT_EQ(count.on, day("2026-06-15"));
    EXPECT_EQ(count.startedBy, "ann");
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{8, "35.00"}));
}

TEST_P(StartCount, HasTheItemsOfABinOrACategory)
{
    EXPECT_EQ(skusIn(start({.on = day("2026-06-15"), .bin = "a-1"})), (Skus{"HAT-01", "MUG-01"}));
    const auto number = start({.on = day("2026-06-15"), .category = "Pens"});
    EXPECT_EQ(skusIn(number), (Skus{"PEN-01"}));
    EXPECT_EQ(session(number).scope, CountScope::Category);
    EXPECT_EQ(session(number).scopeValue, "Pens");
}

TEST_P(StartCount, LeavesOutRetiredItemsUnlessSomeAreOnTheShelf)
{
    retire("PEN-01");
    retire("HAT-01");
    EXPECT_EQ(skusIn(start()), (Skus{"HAT-01", "MUG-01"}));
}

TEST_P(StartCount, KeepsWhatTheBooksHadAtTheEndOfAPastDay)
{
    EXPECT_EQ(linesIn(start("2026-06-05"))[1].expected, 3);
}

TEST_P(StartCount, GivesEachCountANumber)
{
    EXPECT_EQ(start().value, 1);
    EXPECT_EQ(start().value, 2);
    cancel(gifting::CountNo{2});
    EXPECT_EQ(start().value, 3);
    const auto newest = read([](const auto& tx) { return gifting::listCounts(tx, {}, 2); });
    EXPECT_EQ(newest.size(), 2U);
    EXPECT_EQ(newest[0].number.value, 3);
    EXPECT_EQ(newest[1].state, CountState::Cancelled);
    EXPECT_EQ(newest[1].reason, "wrong bin");
    EXPECT_EQ(read([](const auto& tx) { return gifting::listCounts(tx, 2, 9); }).size(), 1U);
}

TEST_P(StartCount, IsRefusedForWhatCannotBe)
{
    EXPECT_REFUSAL("count.scope",
                   start({.on = day("2026-06-15"), .bin = "A-1", .category = "mugs"}));
    const Refusal none =
        EXPECT_REFUSAL("count.no_items", start({.on = day("2026-06-15"), .bin = "Z"}));
    EXPECT_EQ(none.sentence(), "No item has the bin \"Z\". See the list of stock.");
    EXPECT_REFUSAL("date.in_future", start("2026-06-16"));
    close("2026-05");
    EXPECT_REFUSAL("month.closed", start("2026-05-31"));
    openStore("USD", "30.00", 0);
    EXPECT_REFUSAL("count.no_items", start());
}

class CancelCount : public CountFixture {};
GIFTBOX_ON_BOTH_ENGINES(CancelCount);

TEST_P(CancelCount, LeavesTheBooksAsTheyAre)
{
    const auto number = start();
    counts(number, "MUG-01", 2);
    const auto done = cancel(number);
    EXPECT_EQ(done.state, CountState::Cancelled);
    EXPECT_EQ(done.endedBy, "ann");
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{8, "35.00"}));
    EXPECT_EQ(linesIn(number)[1].entry->units, 2) << "what was counted stays on record";
}

TEST_P(CancelCount, IsRefusedForWhatIsNotOpen)
{
    EXPECT_REFUSAL("count.unknown", cancel(gifting::CountNo{1}));
    const auto number = start();
    EXPECT_REFUSAL("text.missing", cancel(number, ""));
    cancel(number);
    const Refusal refusal = EXPECT_REFUSAL("count.not_open", cancel(number));
    EXPECT_EQ(refusal.sentence().substr(0, 54),
              "Count 1 was already cancelled, by ann on 2026-06-15T00");
    EXPECT_REFUSAL("count.not_open", counts(number, "MUG-01", 8));
    EXPECT_REFUSAL("count.not_open", post(number));
}

} // namespace
} // namespace giftbox::tests::start_count_test
