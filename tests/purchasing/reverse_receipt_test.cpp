#include "exchange/import_receipts.h"
#include "gifting/plan_box.h"
#include "purchasing/reverse_receipt.h"
#include "tests/support/journals.h"

namespace giftbox::tests::reverse_receipt_test {
namespace {

using books::MonthFigure;

/// Stock: lot 1, 3 mugs for 10.00 since 2026-03-01, and lot 2, 5 for 25.01 since 2026-03-10.
class ReverseReceipt : public JournalFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        item("HAT-01");
        recipient("C-1");
        stock("MUG-01", 3, "10.00", "2026-03-01");
        receive({.sku = "MUG-01",
                 .units = 5,
                 .cost = {2501},
                 .receivedOn = day("2026-03-10"),
                 .reference = "INV-7",
                 .supplier = "Mug Works"});
    }
    purchasing::ReversedReceipt reverse(std::int64_t lot, const std::string& reason = "wrong store")
    {
        return write(
            [&](auto& tx) { return purchasing::reverseReceipt(tx, books::LotNo{lot}, reason); });
    }
    std::string movements(const foundation::Period& period = {})
    {
        return csv([&](const auto& tx, auto& out) { exchange::exportMovements(tx, period, out); });
    }
    std::string receipts(const foundation::Period& period = {})
    {
        return csv([&](const auto& tx, auto& out) { exchange::exportReceipts(tx, period, out); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(ReverseReceipt);

TEST_P(ReverseReceipt, TakesTheWholeLotOutAtItsOwnCostOnItsDay)
{
    const auto done = reverse(2);
    EXPECT_EQ(done.receipt.sku, "MUG-01");
    EXPECT_EQ(done.receipt.reference, "INV-7");
    EXPECT_EQ(done.receipt.units, 5);
    EXPECT_EQ(done.receipt.cost, money("25.01"));
    EXPECT_EQ(done.on, day("2026-03-10"));
    EXPECT_EQ(done.unitsNow, 3);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{3, "10.00"}));
    EXPECT_EQ(total("2026-03").of(MonthFigure::Restock), money("10.00"));
    EXPECT_EQ(total("2026-03").of(MonthFigure::WriteOff), money("0.00"));
}

TEST_P(ReverseReceipt, StandsBesideItsReceiptWhichStaysAsItIs)
{
    const std::string before = movements();
    reverse(2);
    const std::vector<std::string> rows = linesOf(movements());
    EXPECT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[3], "3,2026-03-10,reversal,MUG-01,2,-5,-25.01,,,wrong store,ann,"
                       "2026-06-15T00:00:07Z,,,,2");
    EXPECT_EQ(movements().substr(0, before.size()), before);
}

TEST_P(ReverseReceipt, TakesNewerUnitsAndLeavesOlderOnes)
{
    pack("C-1", {{"MUG-01", 1}}, "2026-03-12"); // from lot 1
    reverse(2);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{2, "6.67"}));
    pack("C-1", {{"MUG-01", 2}}, "2026-03-12");
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{0, "0.00"}));
}

TEST_P(ReverseReceipt, FallsOnTheFirstOpenDayWhenItsMonthIsClosed)
{
    close("2026-03");
    close("2026-04");
    const std::string closed = receipts({day("2026-03-01"), day("2026-03-31")});
    const auto done = reverse(2);
    EXPECT_EQ(done.on, day("2026-05-01"));
    EXPECT_EQ(total("2026-03").of(MonthFigure::Restock), money("35.01"));
    EXPECT_EQ(total("2026-05").of(MonthFigure::Restock), money("-25.01"));
    EXPECT_EQ(receipts({day("2026-03-01"), day("2026-03-31")}), closed);
    EXPECT_EQ(receipts({day("2026-05-01"), day("2026-05-31")}),
              "received_on,sku,units,total_cost,reference,supplier,source,line,reason\r\n"
              "2026-05-01,MUG-01,-5,-25.01,INV-7,Mug Works,purchase,1,wrong store\r\n");
    close("2026-05");
}

TEST_P(ReverseReceipt, LeavesAFileOfReceiptsThatStand)
{
    reverse(2);
    EXPECT_EQ(receipts(),
              "received_on,sku,units,total_cost,reference,supplier,source,line,reason\r\n"
              "2026-03-01,MUG-01,3,10.00,R-1,,purchase,1,\r\n");
    EXPECT_EQ(importReceipts(receipts()).unchanged, 1);
}

TEST_P(ReverseReceipt, FreesItsReferenceForTheReceiptAsItShouldHaveBeen)
{
    const purchasing::Receipt right{.sku = "MUG-01",
                                    .units = 6,
                                    .cost = {2501},
                                    .receivedOn = day("2026-03-10"),
                                    .reference = "INV-7",
                                    .supplier = "Mug Works"};
    EXPECT_REFUSAL("receipt.exists", receive(right));
    reverse(2);
    receive(right);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{9, "35.01"}));
    EXPECT_REFUSAL("receipt.exists", receive(right));
    EXPECT_EQ(reverse(3).receipt.units, 6) << "and again";
    receive(right);
}

TEST_P(ReverseReceipt, NoLongerValuesFoundUnits)
{
    reverse(2);
    EXPECT_EQ(count("MUG-01", 6, "2026-03-15").cost, money("10.00"));
    reverse(1);
    EXPECT_REFUSAL("count.cost_needed", count("MUG-01", 9, "2026-03-15"));
}

TEST_P(ReverseReceipt, IsNeverHeldBackByACap)
{
    for (const char* name : {"box.total", "box.contents", "month.program", "month.restock"}) {
        cap(name, "0.00", budget::CapAction::Stop);
    }
    EXPECT_EQ(reverse(2).remaining, money("-10.00"));
}

TEST_P(ReverseReceipt, IsRefusedWhenUnitsWereUsed)
{
    pack("C-1", {{"MUG-01", 2}}, "2026-03-12");
    const auto box = pack("C-1", {{"MUG-01", 2}}, "2026-03-12");
    writeOff("MUG-01", 1, "2026-03-13");
    const Refusal used = EXPECT_REFUSAL("receipt.used", reverse(2));
    EXPECT_EQ(used.sentence(),
              "Receipt INV-7 for item MUG-01 has 5 units, and 2 of them were used: 1 in box 2, 1 "
              "written off or counted as missing. A receipt can be reversed only while all its "
              "units are on the shelf. Correct the stock with a count.");
    unpack(box, "2026-03-14");
    EXPECT_REFUSAL("receipt.used", reverse(2)); // what came back is another lot
    EXPECT_REFUSAL("receipt.used", reverse(1));
}

TEST_P(ReverseReceipt, NamesAFewOfManyBoxes)
{
    for (int i = 0; i < 8; ++i) {
        pack("C-1", {{"MUG-01", 1}}, "2026-03-12");
    }
    EXPECT_EQ(EXPECT_REFUSAL("receipt.used", reverse(2)).sentence().substr(0, 145),
              "Receipt INV-7 for item MUG-01 has 5 units, and 5 of them were used: 1 in box 4, 1 "
              "in box 5, 1 in box 6, 1 in box 7, 1 in box 8. A receipt can be ");
}

TEST_P(ReverseReceipt, LeavesPlannedBoxesWhatTheyReserve)
{
    write([](auto& tx) {
        return gifting::planBox(
            tx, {.recipient = "C-1", .lines = {{"MUG-01", 4}}, .month = month("2026-06")});
    });
    const Refusal refusal = EXPECT_REFUSAL("receipt.reserved", reverse(2));
    EXPECT_EQ(refusal.sentence(),
              "Receipt INV-7 for item MUG-01 has 5 units, but planned boxes reserve 4 of the 8 in "
              "stock. Cancel planned boxes, or receive more first.");
    EXPECT_NO_THROW(reverse(1));
}

TEST_P(ReverseReceipt, IsRefusedASecondTime)
{
    reverse(2);
    const Refusal refusal = EXPECT_REFUSAL("receipt.reversed", reverse(2));
    EXPECT_EQ(refusal.sentence(),
              "Receipt INV-7 for item MUG-01 was already reversed on 2026-03-10.");
}

TEST_P(ReverseReceipt, IsRefusedForWhatIsNoReceipt)
{
    count("MUG-01", 10, "2026-03-15");                                // lot 3
    unpack(pack("C-1", {{"MUG-01", 1}}, "2026-03-15"), "2026-03-15"); // lot 4
    EXPECT_REFUSAL("receipt.not_bought", reverse(3));
    EXPECT_REFUSAL("receipt.not_bought", reverse(4));
    EXPECT_REFUSAL("lot.unknown", reverse(5));
    EXPECT_REFUSAL("lot.unknown", reverse(0));
    EXPECT_REFUSAL("text.missing", reverse(2, ""));
}

TEST_P(ReverseReceipt, IsTheSameInTheBooksMadeOfItsFiles)
{
    receive({.sku = "HAT-01",
             .units = 2,
             .cost = {300},
             .receivedOn = day("2026-03-11"),
             .reference = "INV-8"});
    reverse(2);
    receive({.sku = "MUG-01",
             .units = 4,
             .cost = {2000},
             .receivedOn = day("2026-03-11"),
             .reference = "INV-7",
             .supplier = "mug works"});
    packAndGive("C-1", {{"MUG-01", 4}}, "2026-03-12");
    const Journals before = journals();
    openStore("USD", "30.00", 0);
    importJournals(before);
    EXPECT_EQ(journals(), before);
}

} // namespace
} // namespace giftbox::tests::reverse_receipt_test
