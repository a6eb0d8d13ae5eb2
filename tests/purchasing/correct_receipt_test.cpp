#include "exchange/import_receipts.h"
#include "exchange/undo_import.h"
#include "gifting/plan_box.h"
#include "purchasing/correct_receipt.h"
#include "purchasing/reverse_receipt.h"
#include "tests/support/journals.h"

namespace giftbox::tests::correct_receipt_test {
namespace {

using books::MonthFigure;
using purchasing::ReceiptCorrection;

/// Stock: lot 1, 10 mugs for 100.00 since 2026-03-10, reference INV-7 of Mug Works.
class CorrectReceipt : public JournalFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        item("HAT-01");
        recipient("C-1");
        receive({.sku = "MUG-01",
                 .units = 10,
                 .cost = {10'000},
                 .receivedOn = day("2026-03-10"),
                 .reference = "INV-7",
                 .supplier = "Mug Works"});
    }
    purchasing::CorrectedReceipt correct(const ReceiptCorrection& correction)
    {
        return write([&](auto& tx) { return purchasing::correctReceipt(tx, correction); });
    }
    purchasing::CorrectedReceipt units(std::int64_t units)
    {
        return correct({.lot = books::LotNo{1}, .units = units, .reason = "typed wrong"});
    }
    purchasing::CorrectedReceipt cost(const std::string& cost)
    {
        return correct({.lot = books::LotNo{1}, .cost = money(cost), .reason = "typed wrong"});
    }
    purchasing::ReversedReceipt reverse(std::int64_t lot)
    {
        return write(
            [&](auto& tx) { return purchasing::reverseReceipt(tx, books::LotNo{lot}, "twice"); });
    }
    std::string movements(const foundation::Period& period = {})
    {
        return csv([&](const auto& tx, auto& out) { exchange::exportMovements(tx, period, out); });
    }
    std::string receipts(const foundation::Period& period = {})
    {
        return csv([&](const auto& tx, auto& out) { exchange::exportReceipts(tx, period, out); });
    }
    Money variance(const std::string& month) { return total(month).of(MonthFigure::Variance); }
    Money restock(const std::string& month) { return total(month).of(MonthFigure::Restock); }
};
GIFTBOX_ON_BOTH_ENGINES(CorrectReceipt);

TEST_P(CorrectReceipt, AsksAboutACostThatIsOddBesideTheNewestOtherLot)
{
    nothingIsConfirmed();
    EXPECT_NO_THROW(cost("31.00")) << "there is no other lot";
    cost("100.00");
    stock("MUG-01", 5, "50.00", "2026-03-11");
    const std::string before = allRows();
    EXPECT_EQ(EXPECT_REFUSAL("cost.unusual", cost("300.00")).sentence(),
              "Item MUG-01 would cost 30.00 USD per unit. The last time it cost 10.00 USD. Confirm "
              "it if the cost of all units together is right.");
    EXPECT_REFUSAL("cost.unusual", cost("0.00"));
    EXPECT_EQ(allRows(), before);
    EXPECT_NO_THROW(cost("299.99"));
    EXPECT_NO_THROW(correct({.lot = books::LotNo{1}, .reference = "INV-9", .reason = "misread"}))
        << "the cost stays";
}

TEST_P(CorrectReceipt, ChangesUnitsAndCostOfAReceiptOfWhichNothingWasUsed)
{
    const auto done = correct(
        {.lot = books::LotNo{1}, .units = 8, .cost = money("96.00"), .reason = "typed wrong"});
    EXPECT_EQ(done.change.on, day("2026-03-10"));
    EXPECT_EQ(done.receipt.units, 8);
    EXPECT_EQ(done.receipt.cost, money("96.00"));
    EXPECT_EQ(done.change.variance, money("0.00"));
    EXPECT_EQ(done.unitsNow, 8);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{8, "96.00"}));
    EXPECT_EQ(restock("2026-03"), money("96.00"));
    EXPECT_EQ(variance("2026-03"), money("0.00"));
}

TEST_P(CorrectReceipt, SharesAChangedCostBetweenWhatIsLeftAndAVariance)
{
    pack("C-1", {{"MUG-01", 1}}, "2026-03-12");
    const auto done = cost("200.00");
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{9, "180.00"}));
    EXPECT_EQ(done.change.variance, money("10.00"));
    EXPECT_EQ(restock("2026-03"), money("200.00"));
    EXPECT_EQ(variance("2026-03"), money("10.00"));
    cost("0.00");
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{9, "0.00"}));
    EXPECT_EQ(variance("2026-03"), money("-10.00")) << "the box keeps its 10.00";
}

TEST_P(CorrectReceipt, ChargesWhatIsLeftItsShareWhenTheUnitsWereWrong)
{
    pack("C-1", {{"MUG-01", 1}}, "2026-03-12");
    units(20);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{19, "95.00"}));
    EXPECT_EQ(variance("2026-03"), money("-5.00"));
    units(1);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{0, "0.00"}));
    EXPECT_EQ(variance("2026-03"), money("90.00"));
    units(4);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{3, "75.00"}));
    pack("C-1", {{"MUG-01", 3}}, "2026-03-12");
}

TEST_P(CorrectReceipt, StandsBesideItsReceiptWhichStaysAsItIs)
{
    pack("C-1", {{"MUG-01", 1}}, "2026-03-12");
    const std::string before = movements();
    correct({.lot = books::LotNo{1},
             .units = 12,
             .supplier = "Mugs & Co",
             .reference = "INV-8",
             .reason = "typed wrong"});
    EXPECT_EQ(movements().substr(0, before.size()), before);
    const std::string rows = movements().substr(before.size());
    EXPECT_EQ(rows, "3,2026-03-10,correction,MUG-01,1,2,0.00,,INV-8,typed wrong,ann,"
                    "2026-06-15T00:00:07Z,,Mugs & Co,,1\r\n"
                    "4,2026-03-10,variance,MUG-01,1,0,1.67,,,typed wrong,ann,"
                    "2026-06-15T00:00:07Z,,,,1\r\n");
    const std::string ofTheDay = movements({day("2026-03-10"), day("2026-03-10")});
    EXPECT_EQ(ofTheDay.substr(ofTheDay.size() - rows.size()), rows) << "read one by one, too";
}

TEST_P(CorrectReceipt, FallsOnTheFirstOpenDayWhenItsMonthIsClosedWhichStaysAsItIs)
{
    pack("C-1", {{"MUG-01", 1}}, "2026-03-12");
    close("2026-03");
    const foundation::Period march{day("2026-03-01"), day("2026-03-31")};
    const std::string closed =
        receipts(march) + movements(march) + monthlyReport("2026-03", "2026-03");
    EXPECT_EQ(cost("200.00").change.on, day("2026-04-01"));
    EXPECT_EQ(receipts(march) + movements(march) + monthlyReport("2026-03", "2026-03"), closed);
    EXPECT_EQ(restock("2026-03"), money("100.00"));
    EXPECT_EQ(restock("2026-04"), money("100.00"));
    EXPECT_EQ(variance("2026-04"), money("10.00"));
    EXPECT_EQ(receipts({day("2026-04-01"), day("2026-04-30")}),
              "received_on,sku,units,total_cost,reference,supplier,source,line,reason\r\n"
              "2026-04-01,MUG-01,0,100.00,INV-7,Mug Works,purchase,1,typed wrong\r\n");
    close("2026-04");
    EXPECT_EQ(units(9).change.on, day("2026-05-01"));
    close("2026-05");
}

TEST_P(CorrectReceipt, RecordsNothingIfNothingChanges)
{
    const std::string before = allRows();
    correct({.lot = books::LotNo{1},
             .units = 10,
             .cost = money("100.00"),
             .supplier = "Mug Works",
             .reference = "INV-7",
             .reason = "looked again"});
    EXPECT_EQ(allRows(), before);
}

TEST_P(CorrectReceipt, IsFoundByItsCorrectedKeyAndFreesTheOther)
{
    const purchasing::Receipt other{.sku = "MUG-01",
                                    .units = 1,
                                    .cost = {1000},
                                    .receivedOn = day("2026-03-11"),
                                    .reference = "INV-8",
                                    .supplier = "mug works"};
    correct({.lot = books::LotNo{1}, .reference = "INV-8", .reason = "misread"});
    EXPECT_REFUSAL("receipt.exists", receive(other));
    purchasing::Receipt freed = other;
    freed.reference = "INV-7";
    receive(freed); // lot 2
    EXPECT_REFUSAL("receipt.exists", correct({.lot = books::LotNo{2},
                                              .supplier = "Mug Works",
                                              .reference = "INV-8",
                                              .reason = "misread"}));
    correct({.lot = books::LotNo{1}, .supplier = "", .reason = "unknown"});
    correct({.lot = books::LotNo{2}, .reference = "INV-8", .reason = "misread"});
    reverse(1);
    EXPECT_REFUSAL("receipt.exists", receive(other));
}

TEST_P(CorrectReceipt, IsTheSameReceiptForAFileAsCorrected)
{
    pack("C-1", {{"MUG-01", 1}}, "2026-03-12");
    correct({.lot = books::LotNo{1},
             .units = 12,
             .cost = money("99.00"),
             .supplier = "Mugs & Co",
             .reference = "INV-8",
             .reason = "typed wrong"});
    EXPECT_EQ(receipts(),
              "received_on,sku,units,total_cost,reference,supplier,source,line,reason\r\n"
              "2026-03-10,MUG-01,12,99.00,INV-8,Mugs & Co,purchase,1,\r\n");
    EXPECT_EQ(importReceipts(receipts()).unchanged, 1);
    const std::string first = "received_on,sku,units,total_cost,reference,supplier\r\n"
                              "2026-03-10,MUG-01,10,100.00,INV-7,Mug Works\r\n";
    EXPECT_EQ(importReceipts(first).added, 1) << "another delivery now";
}

TEST_P(CorrectReceipt, ValuesFoundUnitsAndRestockingAsCorrected)
{
    cost("50.00");
    EXPECT_EQ(count("MUG-01", 12, "2026-03-15").cost, money("10.00"));
    write([](auto& tx) {
        return inventory::stockNow(tx,
                                   [](const inventory::StockLine& line) {
                                       if (line.sku == "MUG-01") {
                                           EXPECT_EQ(line.lastCost, Money{5000});
                                       }
                                   }),
               0;
    });
}

TEST_P(CorrectReceipt, IsReversedWholeAtWhatItThenIsAndNotCorrectedAfter)
{
    correct({.lot = books::LotNo{1}, .units = 12, .cost = money("99.00"), .reason = "typed wrong"});
    units(11);
    const auto done = reverse(1);
    EXPECT_EQ(done.receipt.units, 11);
    EXPECT_EQ(done.receipt.cost, money("99.00"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{0, "0.00"}));
    EXPECT_EQ(restock("2026-03"), money("0.00"));
    EXPECT_REFUSAL("receipt.reversed", units(12));
}

TEST_P(CorrectReceipt, IsUndoneWithItsImportAtWhatItThenIs)
{
    importReceipts("received_on,sku,units,total_cost,reference\r\n"
                   "2026-03-11,HAT-01,4,20.00,H-1\r\n");
    correct({.lot = books::LotNo{2}, .units = 5, .reason = "typed wrong"});
    const auto undone = write(
        [](auto& tx) { return exchange::undoImport(tx, {.number = 1, .reason = "wrong file"}); });
    EXPECT_EQ(undone.reversed, 1);
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{0, "0.00"}));
}

TEST_P(CorrectReceipt, CannotHaveFewerUnitsThanWereUsed)
{
    pack("C-1", {{"MUG-01", 3}}, "2026-03-12");
    writeOff("MUG-01", 1, "2026-03-13");
    const Refusal used = EXPECT_REFUSAL("receipt.used", units(3));
    EXPECT_EQ(used.sentence(),
              "Receipt INV-7 for item MUG-01 has 10 units, and 4 of them were used: 3 in box 1, 1 "
              "written off or counted as missing. It cannot have fewer than 4. Enter at least 4, "
              "or correct the stock with a count.");
    units(4);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{0, "0.00"}));
}

TEST_P(CorrectReceipt, LeavesPlannedBoxesWhatTheyReserve)
{
    write([](auto& tx) {
        return gifting::planBox(
            tx, {.recipient = "C-1", .lines = {{"MUG-01", 4}}, .month = month("2026-06")});
    });
    const Refusal refusal = EXPECT_REFUSAL("receipt.reserved", units(3));
    EXPECT_EQ(refusal.sentence(),
              "This correction takes 7 units of item MUG-01 off receipt INV-7, but planned boxes "
              "reserve 4 of the 10 in stock. Cancel planned boxes, or receive more first.");
    units(4);
}

TEST_P(CorrectReceipt, IsTestedAgainstTheCapLikeAReceiptOfTheDifference)
{
    cap("month.restock", "120.00", budget::CapAction::Stop);
    EXPECT_REFUSAL("budget.month_restock_exceeded", cost("120.01"));
    EXPECT_EQ(cost("120.00").remaining, money("0.00"));
    cap("month.restock", "10.00", budget::CapAction::Stop);
    EXPECT_EQ(cost("119.00").remaining, money("-109.00")) << "a lower cost is never refused";
    units(11);
    cap("month.restock", "10.00", budget::CapAction::Warn);
    EXPECT_EQ(cost("119.50").change.verdict.warned.size(), 1U);
}

TEST_P(CorrectReceipt, IsRefusedForWhatIsNoReceiptAndForValuesThatAreNone)
{
    count("MUG-01", 11, "2026-03-15"); // lot 2
    EXPECT_REFUSAL("receipt.not_bought",
                   correct({.lot = books::LotNo{2}, .units = 3, .reason = "x"}));
    EXPECT_REFUSAL("lot.unknown", correct({.lot = books::LotNo{9}, .units = 3, .reason = "x"}));
    EXPECT_REFUSAL("text.missing", correct({.lot = books::LotNo{1}, .units = 3}));
    EXPECT_REFUSAL("text.missing",
                   correct({.lot = books::LotNo{1}, .reference = "", .reason = "x"}));
    EXPECT_REFUSAL("units.malformed", units(0));
    EXPECT_REFUSAL("cost.negative", cost("-0.01"));
    EXPECT_REFUSAL("cost.too_much", cost("100000000000.01"));
}

TEST_P(CorrectReceipt, IsTheSameInTheBooksMadeOfItsFiles)
{
    pack("C-1", {{"MUG-01", 3}}, "2026-03-12");
    correct({.lot = books::LotNo{1},
             .cost = money("77.77"),
             .supplier = "Mugs & Co",
             .reference = "INV-8",
             .reason = "typed wrong"});
    units(3);
    units(5);
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-03-12");
    receive({.sku = "HAT-01",
             .units = 2,
             .cost = {300},
             .receivedOn = day("2026-03-11"),
             .reference = "INV-8"});
    correct({.lot = books::LotNo{2}, .units = 3, .reason = "typed wrong"});
    reverse(2);
    const Journals before = journals();
    openStore("USD", "30.00", 0);
    importJournals(before);
    EXPECT_EQ(journals(), before);
    EXPECT_EQ(verify(), std::vector<std::string>());
}

} // namespace
} // namespace giftbox::tests::correct_receipt_test
