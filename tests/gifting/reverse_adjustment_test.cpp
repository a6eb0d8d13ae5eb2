#include "gifting/reverse_adjustment.h"
#include "tests/support/journals.h"

namespace giftbox::tests::reverse_adjustment_test {
namespace {

using books::MonthFigure;

/// Stock: lot 1, 3 mugs for 10.00 since 2026-03-01, and lot 2, 5 for 25.01 since 2026-03-10.
class ReverseAdjustment : public JournalFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        recipient("C-1");
        stock("MUG-01", 3, "10.00", "2026-03-01");
        stock("MUG-01", 5, "25.01", "2026-03-10");
    }
    gifting::Adjustment reverse(std::int64_t movement, const std::string& reason = "found again")
    {
        return write([&](auto& tx) { return gifting::reverseWriteOff(tx, movement, reason); });
    }
    gifting::Adjustment reverseCount(std::int64_t movement)
    {
        return write([&](auto& tx) { return gifting::reverseCount(tx, movement, "another bin"); });
    }
    std::string movements(const foundation::Period& period = {})
    {
        return csv([&](const auto& tx, auto& out) { exchange::exportMovements(tx, period, out); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(ReverseAdjustment);

TEST_P(ReverseAdjustment, BringsUnitsOfAWriteOffBackAtTheCostTheyLeftWith)
{
    const auto off = writeOff("MUG-01", 4, "2026-03-12"); // 3 for 10.00 and 1 for 5.00
    EXPECT_EQ(off.movement, 3);
    const auto done = reverse(3);
    EXPECT_EQ(done.units, 4);
    EXPECT_EQ(done.cost, money("15.00"));
    EXPECT_EQ(done.on, day("2026-03-12"));
    EXPECT_EQ(done.unitsNow, 8);
    EXPECT_EQ(done.movement, 5);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{8, "35.01"}));
    EXPECT_EQ(total("2026-03").of(MonthFigure::WriteOff), money("0.00"));
    EXPECT_EQ(total("2026-03").of(MonthFigure::Restock), money("35.01"));
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(ReverseAdjustment, PairsEveryMovementWithItsReversalAndLeavesItAsItIs)
{
    writeOff("MUG-01", 4, "2026-03-12");
    const std::string before = movements();
    reverse(4); // by any of its movements
    EXPECT_EQ(movements().substr(0, before.size()), before);
    const std::vector<std::string> rows = linesOf(movements());
    ASSERT_EQ(rows.size(), 7U);
    EXPECT_TRUE(rows[5].starts_with("5,2026-03-12,write-off-reversal,MUG-01,3,3,10.00,,,found"));
    EXPECT_TRUE(rows[5].ends_with(",,,,3"));
    EXPECT_TRUE(rows[6].starts_with("6,2026-03-12,write-off-reversal,MUG-01,4,1,5.00,,,found"));
    EXPECT_TRUE(rows[6].ends_with(",,,,4"));
}

TEST_P(ReverseAdjustment, TakesNothingOfAnotherWriteOffAlong)
{
    writeOff("MUG-01", 3, "2026-03-12");
    writeOff("MUG-01", 1, "2026-03-12"); // from the next lot, with the same reason
    EXPECT_EQ(reverse(3).units, 3);
    EXPECT_EQ(total("2026-03").of(MonthFigure::WriteOff), money("5.00"));
    EXPECT_EQ(reverse(4).units, 1);
}

TEST_P(ReverseAdjustment, PutsUnitsBackWhereTheirDayIsAmongTheLots)
{
    writeOff("MUG-01", 3, "2026-03-05");
    reverse(3); // lot 3 of 2026-03-05 comes before lot 2 again
    const auto box = pack("C-1", {{"MUG-01", 3}}, "2026-03-12");
    EXPECT_EQ(lines(box), "MUG-01 contents 3 10.00\n");
}

TEST_P(ReverseAdjustment, FallsOnTheFirstOpenDayWhenItsMonthIsClosed)
{
    writeOff("MUG-01", 3, "2026-03-12");
    close("2026-03");
    const std::string closed = movements({day("2026-03-01"), day("2026-03-31")});
    EXPECT_EQ(reverse(3).on, day("2026-04-01"));
    EXPECT_EQ(total("2026-03").of(MonthFigure::WriteOff), money("10.00"));
    EXPECT_EQ(total("2026-04").of(MonthFigure::WriteOff), money("-10.00"));
    EXPECT_EQ(movements({day("2026-03-01"), day("2026-03-31")}), closed);
    close("2026-04");
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(ReverseAdjustment, IsNeverHeldBackByACap)
{
    writeOff("MUG-01", 3, "2026-03-12");
    for (const char* name : {"box.total", "box.contents", "month.program", "month.restock"}) {
        cap(name, "0.00", budget::CapAction::Stop);
    }
    EXPECT_EQ(reverse(3).unitsNow, 8);
}

TEST_P(ReverseAdjustment, IsForRetiredItemsToo)
{
    writeOff("MUG-01", 3, "2026-03-12");
    retire("MUG-01");
    EXPECT_EQ(reverse(3).unitsNow, 8);
}

TEST_P(ReverseAdjustment, BringsUnitsBackThatACountMissed)
{
    const auto counted = count("MUG-01", 4, "2026-03-12");
    ASSERT_EQ(counted.movement, 3);
    EXPECT_EQ(reverseCount(3).units, 4);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{8, "35.01"}));
    EXPECT_EQ(total("2026-03").of(MonthFigure::WriteOff), money("0.00"));
}

TEST_P(ReverseAdjustment, TakesUnitsOutThatACountFound)
{
    count("MUG-01", 10, "2026-03-12"); // lot 3
    pack("C-1", {{"MUG-01", 1}}, "2026-03-12");
    const auto done = reverseCount(3);
    EXPECT_EQ(done.units, -2);
    EXPECT_EQ(done.cost, money("-10.00"));
    EXPECT_EQ(done.unitsNow, 7);
    EXPECT_EQ(total("2026-03").of(MonthFigure::WriteOff), money("0.00"));
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(ReverseAdjustment, LeavesFoundUnitsThatWereUsed)
{
    count("MUG-01", 10, "2026-03-12");
    const auto box = pack("C-1", {{"MUG-01", 9}}, "2026-03-12");
    const Refusal refusal = EXPECT_REFUSAL("count.used", reverseCount(3));
    EXPECT_EQ(refusal.sentence(),
              "The count of movement 3 found 2 units of item MUG-01, and 1 of them was used: 1 in "
              "box 1. A count that found units can be reversed only while all of them are on the "
              "shelf. Count the item again.");
    unpack(box, "2026-03-13");
    EXPECT_REFUSAL("count.used", reverseCount(3)); // what came back is another lot
}

TEST_P(ReverseAdjustment, LeavesPlannedBoxesWhatTheyReserve)
{
    count("MUG-01", 10, "2026-03-12");
    write([](auto& tx) {
        return gifting::planBox(
            tx, {.recipient = "C-1", .lines = {{"MUG-01", 9}}, .month = month("2026-06")});
    });
    const Refusal refusal = EXPECT_REFUSAL("count.reserved", reverseCount(3));
    EXPECT_EQ(refusal.sentence(),
              "The count of movement 3 found 2 units of item MUG-01, but planned boxes reserve 9 "
              "of the 10 in stock. Cancel planned boxes, or receive more first.");
}

TEST_P(ReverseAdjustment, IsDoneOnceAndNeverReversedItself)
{
    writeOff("MUG-01", 1, "2026-03-12");
    count("MUG-01", 6, "2026-03-12");
    reverse(3);
    reverseCount(4);
    EXPECT_EQ(EXPECT_REFUSAL("movement.reversed", reverse(3)).sentence(),
              "Movement 3 of item MUG-01 was already reversed on 2026-03-12, with movement 5.");
    EXPECT_REFUSAL("movement.reversed", reverseCount(4));
    EXPECT_REFUSAL("movement.other_kind", reverse(5));
    EXPECT_REFUSAL("movement.other_kind", reverseCount(6));
}

TEST_P(ReverseAdjustment, IsOnlyForItsOwnKind)
{
    writeOff("MUG-01", 1, "2026-03-12");
    EXPECT_EQ(EXPECT_REFUSAL("movement.other_kind", reverseCount(3)).sentence(),
              "Movement 3 is of the kind write-off, not a count. Select a movement of the kind "
              "count.");
    EXPECT_REFUSAL("movement.other_kind", reverse(1));
    EXPECT_REFUSAL("movement.unknown", reverse(4));
    EXPECT_REFUSAL("movement.unknown", reverse(0));
    EXPECT_REFUSAL("text.missing", reverse(3, ""));
}

TEST_P(ReverseAdjustment, IsTheSameInTheBooksMadeOfItsFiles)
{
    writeOff("MUG-01", 4, "2026-03-12");
    reverse(3);
    count("MUG-01", 10, "2026-03-13");
    reverseCount(7);
    count("MUG-01", 2, "2026-03-14");
    reverseCount(9);
    const Journals before = journals();
    openStore("USD", "30.00", 0);
    importJournals(before);
    EXPECT_EQ(journals(), before);
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(ReverseAdjustment, IsCheckedInAFileOfMovements)
{
    writeOff("MUG-01", 1, "2026-03-12");
    reverse(3);
    const Journals journals = this->journals();
    const auto refusalWith = [&](const std::string& from, const std::string& to) {
        std::string file = journals.movements;
        file.replace(file.find(from), from.size(), to);
        openStore("USD", "30.00", 0);
        importItems(journals.items);
        return EXPECT_REFUSAL("import.rejected", importMovements(file, journals.boxes));
    };
    EXPECT_NE(refusalWith(",3.33,", ",3.34,").places().at(0).find("other units or another cost"),
              std::string::npos);
    EXPECT_NE(refusalWith(",,,,3\r\n", ",,,,2\r\n")
                  .places()
                  .at(0)
                  .find("2 is not the number of a write-off above"),
              std::string::npos);
}

} // namespace
} // namespace giftbox::tests::reverse_adjustment_test
