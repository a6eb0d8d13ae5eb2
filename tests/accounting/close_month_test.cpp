#include "tests/support/store_fixture.h"

namespace giftbox::tests::close_month_test {
namespace {

using budget::CapAction;

/// A mug costs 10.00.
class CloseMonth : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        recipient("C-1");
        recipient("C-2");
        stock("MUG-01", 100, "1000.00", "2026-03-01");
    }
};
GIFTBOX_ON_BOTH_ENGINES(CloseMonth);

TEST_P(CloseMonth, CarriesBoxesStillPackedIntoTheNextMonth)
{
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-03-05");
    const auto first = pack("C-1", {{"MUG-01", 2}}, "2026-03-06");
    const auto second = pack("C-2", {{"MUG-01", 3}}, "2026-03-31");
    pack("C-2", {{"MUG-01", 4}}, "2026-04-01");
    const auto closed = close("2026-03");
    EXPECT_EQ(closed.movedBoxes, 2);
    EXPECT_EQ(closed.moved, money("50.00"));
    EXPECT_EQ(total("2026-03").committed, money("0.00"));
    EXPECT_EQ(total("2026-03").spent(), money("10.00"));
    EXPECT_EQ(total("2026-04").committed, money("90.00"));
    EXPECT_EQ(box(first).month, month("2026-04"));
    EXPECT_EQ(box(second).packedOn, day("2026-03-31"));
}

TEST_P(CloseMonth, CarriesABoxOnAndOnUntilItIsGiven)
{
    const auto packed = pack("C-1", {{"MUG-01", 2}}, "2026-03-06");
    close("2026-03");
    EXPECT_EQ(close("2026-04").movedBoxes, 1);
    EXPECT_EQ(box(packed).month, month("2026-05"));
    give(packed, "2026-05-31");
    EXPECT_EQ(total("2026-05").spent(), money("20.00"));
    EXPECT_EQ(close("2026-05").movedBoxes, 0);
    EXPECT_EQ(box(packed).month, month("2026-05"));
}

TEST_P(CloseMonth, IsRecordedAndNeverRefusedByTheNextMonthsCap)
{
    cap("month.program", "15.00", CapAction::Stop, "2026-04");
    pack("C-1", {{"MUG-01", 2}}, "2026-03-06");
    EXPECT_NO_THROW(close("2026-03"));
    EXPECT_EQ(total("2026-04").committed, money("20.00"));
    EXPECT_REFUSAL("budget.month_program_exceeded", pack("C-1", {{"MUG-01", 1}}, "2026-04-01"));
}

TEST_P(CloseMonth, LetsACarriedBoxBeGivenInItsNewMonthWithoutATest)
{
    const auto packed = pack("C-1", {{"MUG-01", 2}}, "2026-03-06");
    close("2026-03");
    cap("month.program", "15.00", CapAction::Stop, "2026-04");
    EXPECT_EQ(give(packed, "2026-04-02").remaining, money("-5.00"));
}

TEST_P(CloseMonth, RelievesTheNewMonthWhenACarriedBoxIsUnpacked)
{
    const auto packed = pack("C-1", {{"MUG-01", 2}}, "2026-03-06");
    close("2026-03");
    unpack(packed, "2026-04-02");
    EXPECT_EQ(total("2026-04").committed, money("0.00"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{100, "1000.00"}));
}

TEST_P(CloseMonth, GoesInOrder)
{
    stock("MUG-01", 1, "10.00", "2026-05-01");
    const Refusal refusal = EXPECT_REFUSAL("month.out_of_order", close("2026-05"));
    EXPECT_EQ(refusal.sentence(), "Months close in order. Close 2026-03 before 2026-05.");
    close("2026-03");
    EXPECT_REFUSAL("month.out_of_order", close("2026-05"));
    close("2026-04");
    EXPECT_NO_THROW(close("2026-05"));
}

TEST_P(CloseMonth, TakesMonthsWithoutFactsAlongWhenAsked)
{
    const auto closeWithEmpty = [&](const std::string& closed) {
        return write([&](auto& tx) {
            return accounting::closeMonth(tx, month(closed),
                                          accounting::EarlierMonths::CloseWhenEmpty);
        });
    };
    stock("MUG-01", 1, "10.00", "1926-05-01");
    EXPECT_REFUSAL("month.out_of_order", closeWithEmpty("1926-06"));
    close("1926-05");
    const Refusal refusal = EXPECT_REFUSAL("month.out_of_order", close("2026-02"));
    EXPECT_EQ(refusal.sentence(), "Months close in order. Close 1926-06 before 2026-02, or close "
                                  "the empty months together with it.");
    EXPECT_REFUSAL("month.out_of_order", closeWithEmpty("2026-04"));
    closeWithEmpty("2026-02");
    EXPECT_REFUSAL("month.closed", stock("MUG-01", 1, "1.00", "2000-01-01"));
    close("2026-03");
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(CloseMonth, IsRefusedTwice)
{
    close("2026-03");
    const Refusal refusal = EXPECT_REFUSAL("month.closed", close("2026-03"));
    EXPECT_EQ(refusal.sentence(), "2026-03 is already closed. The next month to close is 2026-04.");
    EXPECT_REFUSAL("month.closed", close("2026-02"));
}

TEST_P(CloseMonth, IsRefusedBeforeTheMonthIsOver)
{
    close("2026-03");
    close("2026-04");
    itIs("2026-05-31");
    const Refusal refusal = EXPECT_REFUSAL("month.not_over", close("2026-05"));
    EXPECT_EQ(refusal.sentence(), "2026-05 is not over: it ends on 2026-05-31, and today is "
                                  "2026-05-31. Close it after that day.");
    EXPECT_REFUSAL("month.not_over", close("2026-06"));
    itIs("2026-06-01");
    EXPECT_NO_THROW(close("2026-05"));
}

TEST_P(CloseMonth, MayBeginWithAnyMonthBeforeTheFirstFact)
{
    close("2025-12");
    EXPECT_REFUSAL("month.out_of_order", close("2026-03"));
    close("2026-01");
    EXPECT_REFUSAL("month.closed", stock("MUG-01", 1, "1.00", "2025-06-01"));
}

TEST_P(CloseMonth, OfAStoreWithoutFactsCloses)
{
    openStore("USD", "0.00", 0);
    EXPECT_EQ(close("2026-03").movedBoxes, 0);
    EXPECT_REFUSAL("month.out_of_order", close("2026-05"));
}

TEST_P(CloseMonth, CrossesTheYear)
{
    openStore("USD", "0.00", 0);
    item("MUG-01");
    recipient("C-1");
    stock("MUG-01", 2, "20.00", "2025-12-01");
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2025-12-31");
    close("2025-12");
    EXPECT_EQ(box(packed).month, month("2026-01"));
    const Refusal refusal =
        EXPECT_REFUSAL("month.closed", stock("MUG-01", 1, "1.00", "2025-12-31"));
    EXPECT_NE(refusal.sentence().find("The first open day is 2026-01-01"), std::string::npos);
}

TEST_P(CloseMonth, TellsTheHashThatAllTheBooksFollowFrom)
{
    const auto closed = close("2026-03");
    EXPECT_EQ(raw().column("SELECT hash FROM event WHERE store_id = " + storeId() +
                           " AND action = 'month.close'"),
              std::vector{closed.hash});
    EXPECT_EQ(closed.hash.size(), 64U);
}

TEST_P(CloseMonth, LeavesTheMonthsOfAnotherStoreOpen)
{
    const std::string first = store();
    openStore("USD", "0.00", 0);
    item("MUG-01");
    useStore(first);
    close("2026-03");
    openStore("USD", "0.00", 0);
    item("MUG-01");
    EXPECT_NO_THROW(stock("MUG-01", 1, "1.00", "2026-03-31"));
}

} // namespace
} // namespace giftbox::tests::close_month_test
