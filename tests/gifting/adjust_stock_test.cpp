#include "tests/support/store_fixture.h"

namespace giftbox::tests::adjust_stock_test {
namespace {

/// Stock: 3 mugs for 10.00 since 2026-03-01 and 5 for 25.00 since 2026-03-10.
class WriteOffStock : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        recipient("C-1");
        stock("MUG-01", 3, "10.00", "2026-03-01");
        stock("MUG-01", 5, "25.00", "2026-03-10");
    }
};
GIFTBOX_ON_BOTH_ENGINES(WriteOffStock);

TEST_P(WriteOffStock, TakesUnitsOffAtTheirFifoCost)
{
    const auto done = writeOff("MUG-01", 4, "2026-03-15");
    EXPECT_EQ(done.units, -4);
    EXPECT_EQ(done.cost, money("-15.00"));
    EXPECT_EQ(done.unitsNow, 4);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{4, "20.00"}));
    EXPECT_EQ(total("2026-03").of(books::MonthFigure::WriteOff), money("15.00"));
    EXPECT_EQ(total("2026-03").spent(), money("0.00")) << "what broke is not given";
}

TEST_P(WriteOffStock, DrawsOnlyOnLotsReceivedByItsDay)
{
    EXPECT_REFUSAL("stock.short", writeOff("MUG-01", 4, "2026-03-09"));
    EXPECT_EQ(writeOff("MUG-01", 3, "2026-03-09").cost, money("-10.00"));
}

TEST_P(WriteOffStock, IsNeverHeldBackByACap)
{
    for (const char* name : {"box.total", "box.contents", "month.program", "month.restock"}) {
        cap(name, "0.00", budget::CapAction::Stop);
    }
    EXPECT_NO_THROW(writeOff("MUG-01", 1, "2026-03-15"));
}

TEST_P(WriteOffStock, IsRefusedWithoutEnoughStock)
{
    const Refusal refusal = EXPECT_REFUSAL("stock.short", writeOff("MUG-01", 9, "2026-03-15"));
    EXPECT_EQ(refusal.sentence(), "This needs 9 of item MUG-01, but 8 were in stock on 2026-03-15. "
                                  "Receive more, or select another item.");
}

TEST_P(WriteOffStock, IsRefusedForWhatCannotBe)
{
    EXPECT_REFUSAL("units.malformed", writeOff("MUG-01", 0, "2026-03-15"));
    EXPECT_REFUSAL("units.malformed", writeOff("MUG-01", -1, "2026-03-15"));
    EXPECT_REFUSAL("item.unknown", writeOff("MUG-02", 1, "2026-03-15"));
    EXPECT_REFUSAL("date.in_future", writeOff("MUG-01", 1, "2026-06-16"));
    EXPECT_REFUSAL("text.missing", write([](auto& tx) {
                       return gifting::writeOffStock(
                           tx, {.sku = "MUG-01", .units = 1, .on = day("2026-03-15")});
                   }));
}

TEST_P(WriteOffStock, IsRefusedInAClosedMonth)
{
    close("2026-03");
    EXPECT_REFUSAL("month.closed", writeOff("MUG-01", 1, "2026-03-31"));
    writeOff("MUG-01", 1, "2026-04-01");
    EXPECT_EQ(total("2026-04").of(books::MonthFigure::WriteOff), money("3.33"));
}

/// Stock: 3 mugs for 10.00 since 2026-03-01 and 5 for 25.00 since 2026-03-10.
class CountStock : public WriteOffStock {};
GIFTBOX_ON_BOTH_ENGINES(CountStock);

TEST_P(CountStock, TakesMissingUnitsOffAtTheirFifoCost)
{
    const auto done = count("MUG-01", 6, "2026-03-15");
    EXPECT_EQ(done.units, -2);
    EXPECT_EQ(done.cost, money("-6.67"));
    EXPECT_EQ(done.unitsNow, 6);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{6, "28.33"}));
    EXPECT_EQ(total("2026-03").of(books::MonthFigure::WriteOff), money("6.67"));
}

TEST_P(CountStock, PutsFoundUnitsOnTheShelfValuedLikeTheNewestLotBought)
{
    const auto done = count("MUG-01", 10, "2026-03-15");
    EXPECT_EQ(done.units, 2);
    EXPECT_EQ(done.cost, money("10.00"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{10, "45.00"}));
    EXPECT_EQ(total("2026-03").of(books::MonthFigure::WriteOff), money("-10.00"));
    EXPECT_EQ(total("2026-03").of(books::MonthFigure::Restock), money("35.00"))
        << "what is found was not bought";
}

TEST_P(CountStock, PutsFoundUnitsOnTheShelfAtTheCostThatIsGiven)
{
    EXPECT_EQ(count("MUG-01", 10, "2026-03-15", "1.23").cost, money("1.23"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{10, "36.23"}));
    EXPECT_EQ(count("MUG-01", 11, "2026-03-15", "0.00").cost, money("0.00"));
}

TEST_P(CountStock, IsRecordedAndMovesNothingWhenItAgrees)
{
    const std::string movements =
        csv([](const auto& tx, auto& out) { exchange::exportMovements(tx, {}, out); });
    const auto done = count("MUG-01", 8, "2026-03-15");
    EXPECT_EQ(done.units, 0);
    EXPECT_EQ(done.unitsNow, 8);
    EXPECT_EQ(csv([](const auto& tx, auto& out) { exchange::exportMovements(tx, {}, out); }),
              movements);
    EXPECT_EQ(raw().column("SELECT action FROM event WHERE store_id = " + storeId() +
                           " ORDER BY event_seq DESC LIMIT 1"),
              (std::vector<std::string>{"stock.count"}));
}

TEST_P(CountStock, ComparesWithWhatWasThereAtTheEndOfItsDay)
{
    pack("C-1", {{"MUG-01", 1}}, "2026-03-05");
    pack("C-1", {{"MUG-01", 1}}, "2026-03-20");
    EXPECT_EQ(count("MUG-01", 2, "2026-03-05").units, 0);
    EXPECT_EQ(count("MUG-01", 3, "2026-03-01").units, 0);
    EXPECT_EQ(count("MUG-01", 7, "2026-03-19").units, 0);
    EXPECT_EQ(count("MUG-01", 6, "2026-03-20").units, 0);
}

TEST_P(CountStock, BackDatedCorrectsTheShelfOfToday)
{
    pack("C-1", {{"MUG-01", 1}}, "2026-03-20");
    const auto lost = count("MUG-01", 2, "2026-03-09");
    EXPECT_EQ(lost.units, -1);
    EXPECT_EQ(lost.unitsNow, 6);
    const auto found = count("MUG-01", 8, "2026-03-19");
    EXPECT_EQ(found.units, 1);
    EXPECT_EQ(found.unitsNow, 7);
}

TEST_P(CountStock, BackDatedIsRefusedWhenWhatIsMissingHasBeenUsedSince)
{
    pack("C-1", {{"MUG-01", 3}}, "2026-03-20");
    EXPECT_REFUSAL("stock.short", count("MUG-01", 2, "2026-03-09"));
}

TEST_P(CountStock, EmptiesTheShelf)
{
    EXPECT_EQ(count("MUG-01", 0, "2026-03-15").cost, money("-35.00"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{0, "0.00"}));
}

TEST_P(CountStock, NeedsACostForWhatWasNeverBought)
{
    item("HAT-01");
    const Refusal refusal = EXPECT_REFUSAL("count.cost_needed", count("HAT-01", 2, "2026-03-15"));
    EXPECT_EQ(refusal.sentence(), "Item HAT-01 was never bought, so the cost of the 2 units found "
                                  "is not known. Enter their total cost.");
    EXPECT_EQ(count("HAT-01", 2, "2026-03-15", "4.00").cost, money("4.00"));
    EXPECT_REFUSAL("count.cost_needed", count("HAT-01", 3, "2026-03-16"));
}

TEST_P(CountStock, TakesNoCostWhenNothingIsFound)
{
    EXPECT_REFUSAL("count.cost_not_needed", count("MUG-01", 8, "2026-03-15", "1.00"));
    EXPECT_REFUSAL("count.cost_not_needed", count("MUG-01", 7, "2026-03-15", "1.00"));
}

TEST_P(CountStock, IsRefusedForWhatCannotBe)
{
    EXPECT_REFUSAL("count.malformed", count("MUG-01", -1, "2026-03-15"));
    EXPECT_REFUSAL("count.malformed", count("MUG-01", 1'000'000'001, "2026-03-15"));
    EXPECT_REFUSAL("item.unknown", count("MUG-02", 1, "2026-03-15"));
    EXPECT_REFUSAL("cost.negative", count("MUG-01", 9, "2026-03-15", "-0.01"));
    EXPECT_REFUSAL("date.in_future", count("MUG-01", 8, "2026-06-16"));
    EXPECT_REFUSAL("text.missing", write([](auto& tx) {
                       return gifting::countStock(
                           tx, {.sku = "MUG-01", .units = 8, .on = day("2026-03-15")});
                   }));
}

TEST_P(CountStock, IsRefusedInAClosedMonth)
{
    close("2026-03");
    EXPECT_REFUSAL("month.closed", count("MUG-01", 8, "2026-03-31"));
    EXPECT_EQ(count("MUG-01", 7, "2026-04-01").units, -1);
}

} // namespace
} // namespace giftbox::tests::adjust_stock_test
