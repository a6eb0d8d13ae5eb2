#include "tests/support/store_fixture.h"

namespace giftbox::tests::receive_stock_test {
namespace {

using budget::CapAction;
using purchasing::Receipt;

class ReceiveStock : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        item("HAT-01");
        recipient("C-1");
    }
    Receipt receipt(const std::string& reference)
    {
        return {.sku = "MUG-01",
                .units = 5,
                .cost = {2500},
                .receivedOn = day("2026-03-01"),
                .reference = reference};
    }
};
GIFTBOX_ON_BOTH_ENGINES(ReceiveStock);

TEST_P(ReceiveStock, PutsUnitsAndTheirTotalCostOnTheShelf)
{
    stock("MUG-01", 3, "10.00", "2026-03-01");
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{3, "10.00"}));
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{0, "0.00"}));
    EXPECT_EQ(total("2026-03").of(books::MonthFigure::Restock), money("10.00"));
}

TEST_P(ReceiveStock, CountsInTheMonthItWasReceived)
{
    stock("MUG-01", 3, "10.00", "2026-04-01");
    stock("MUG-01", 3, "10.00", "2026-03-31");
    EXPECT_EQ(total("2026-03").of(books::MonthFigure::Restock), money("10.00"));
    EXPECT_EQ(total("2026-04").of(books::MonthFigure::Restock), money("10.00"));
}

TEST_P(ReceiveStock, MayCostNothing)
{
    stock("MUG-01", 3, "0.00", "2026-03-01");
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{3, "0.00"}));
}

TEST_P(ReceiveStock, GivesAReceiptWithoutAReferenceOne)
{
    EXPECT_EQ(stock("MUG-01", 3, "10.00", "2026-03-01").reference, "R-1");
    EXPECT_EQ(stock("MUG-01", 3, "10.00", "2026-03-01").reference, "R-2");
}

TEST_P(ReceiveStock, GivesAReferenceThatNoOtherReceiptOfTheItemHas)
{
    receive(receipt("R-2"));
    EXPECT_EQ(stock("HAT-01", 3, "10.00", "2026-03-01").reference, "R-2");
    receive(receipt("R-4"));
    EXPECT_EQ(stock("MUG-01", 3, "10.00", "2026-03-01").reference, "R-4-2");
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{13, "60.00"}));
}

TEST_P(ReceiveStock, IsRefusedWhenTheReceiptIsThereAlready)
{
    receive(receipt("PO-1"));
    const Refusal refusal = EXPECT_REFUSAL("receipt.exists", receive(receipt("PO-1")));
    EXPECT_EQ(
        refusal.sentence(),
        "Receipt PO-1 for item MUG-01 is already recorded: 5 units for 25.00 USD on 2026-03-01.");
    Receipt ofAnotherItem = receipt("PO-1");
    ofAnotherItem.sku = "HAT-01";
    EXPECT_NO_THROW(receive(ofAnotherItem));
}

TEST_P(ReceiveStock, TakesTheSameReferenceOfTwoSuppliers)
{
    Receipt harbor = receipt("1001");
    harbor.supplier = "Harbor";
    Receipt caps = receipt("1001");
    caps.supplier = "Cap Works";
    receive(harbor);
    EXPECT_NO_THROW(receive(caps));
    EXPECT_NO_THROW(receive(receipt("1001"))) << "of nobody named";
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{15, "75.00"}));
    const Refusal refusal = EXPECT_REFUSAL("receipt.exists", receive(caps));
    EXPECT_EQ(refusal.sentence(), "Receipt 1001 for item MUG-01 is already recorded: 5 units for "
                                  "25.00 USD on 2026-03-01 from Cap Works.");
    EXPECT_REFUSAL("receipt.exists", receive(receipt("1001")));
}

TEST_P(ReceiveStock, IsRefusedForAnUnknownOrRetiredItem)
{
    EXPECT_REFUSAL("item.unknown", stock("MUG-02", 1, "1.00", "2026-03-01"));
    retire("MUG-01");
    EXPECT_REFUSAL("item.retired", stock("MUG-01", 1, "1.00", "2026-03-01"));
}

TEST_P(ReceiveStock, IsRefusedForUnitsOrACostThatCannotBe)
{
    EXPECT_REFUSAL("units.malformed", stock("MUG-01", 0, "1.00", "2026-03-01"));
    EXPECT_REFUSAL("units.malformed", stock("MUG-01", -1, "1.00", "2026-03-01"));
    EXPECT_REFUSAL("units.malformed", stock("MUG-01", 1'000'000'001, "1.00", "2026-03-01"));
    EXPECT_REFUSAL("cost.negative", stock("MUG-01", 1, "-0.01", "2026-03-01"));
    EXPECT_NO_THROW(stock("MUG-01", 1'000'000'000, "1.00", "2026-03-01"));
}

TEST_P(ReceiveStock, IsRefusedForWordsThatCannotBe)
{
    Receipt wrong = receipt("PO-1");
    wrong.source = "gift";
    EXPECT_REFUSAL("receipt.source_unknown", receive(wrong));
    wrong.source = "return";
    EXPECT_REFUSAL("receipt.source_unknown", receive(wrong));
    EXPECT_EQ(receive(receipt("")).reference.substr(0, 2), "R-") << "given empty, it is left out";
    EXPECT_REFUSAL("text.too_long", receive(receipt(std::string(1001, 'x'))));
    wrong = receipt("PO-1");
    wrong.supplier = "bad \xff byte";
    EXPECT_REFUSAL("text.malformed", receive(wrong));
}

TEST_P(ReceiveStock, IsRefusedInTheFutureAndInAClosedMonth)
{
    EXPECT_REFUSAL("date.in_future", stock("MUG-01", 1, "1.00", "2026-06-16"));
    stock("MUG-01", 1, "1.00", "2026-03-01");
    close("2026-03");
    EXPECT_REFUSAL("month.closed", stock("MUG-01", 1, "1.00", "2026-03-31"));
    EXPECT_REFUSAL("month.closed", stock("MUG-01", 1, "1.00", "2025-12-31"));
    EXPECT_NO_THROW(stock("MUG-01", 1, "1.00", "2026-04-01"));
}

TEST_P(ReceiveStock, IsAllowedExactlyAtTheCapAndRefusedOneCentOver)
{
    cap("month.restock", "30.00", CapAction::Stop);
    stock("MUG-01", 5, "25.00", "2026-03-01");
    const Refusal refusal =
        EXPECT_REFUSAL("budget.month_restock_exceeded", stock("MUG-01", 1, "5.01", "2026-03-02"));
    EXPECT_EQ(refusal.sentence(), "This receipt would put restocking in 2026-03 over its 30.00 USD "
                                  "limit by 0.01 USD: 25.00 USD received, 30.01 USD with this "
                                  "receipt. Receive less, or ask a manager to raise the limit.");
    EXPECT_EQ(stock("MUG-01", 1, "5.00", "2026-03-02").remaining, money("0.00"));
    EXPECT_NO_THROW(stock("MUG-01", 1, "30.00", "2026-04-02"));
}

TEST_P(ReceiveStock, IsRecordedAndWarnedOfOverACapThatWarns)
{
    cap("month.restock", "30.00", CapAction::Warn);
    const auto received = stock("MUG-01", 5, "35.00", "2026-03-01");
    ASSERT_EQ(received.verdict.warned.size(), 1U);
    EXPECT_EQ(received.verdict.warned[0].wouldBe, money("35.00"));
    EXPECT_EQ(received.remaining, money("-5.00"));
    EXPECT_NE(lastDetail().find(R"("warned":"the cap month.restock is 30.00 USD)"),
              std::string::npos);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{5, "35.00"}));
}

TEST_P(ReceiveStock, IsNotHeldBackByTheCapsOnBoxes)
{
    cap("month.program", "0.00", CapAction::Stop);
    cap("box.total", "0.00", CapAction::Stop);
    EXPECT_NO_THROW(stock("MUG-01", 5, "25.00", "2026-03-01"));
}

TEST_P(ReceiveStock, RefusesACostThatNoSumCouldCarry)
{
    for (const char* const day : {"2026-03-01", "2026-03-02"}) {
        stock("MUG-01", 1, "100000000000.00", day);
    }
    EXPECT_REFUSAL("cost.too_much", stock("MUG-01", 1, "100000000000.01", "2026-03-03"));
    EXPECT_REFUSAL("money.overflow", stock("MUG-01", 1, "92233720368547758.07", "2026-03-03"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{2, "200000000000.00"}));
}

class ImportReceipts : public ReceiveStock {};
GIFTBOX_ON_BOTH_ENGINES(ImportReceipts);

TEST_P(ImportReceipts, AddsEveryRowAsALotInTheOrderOfTheFile)
{
    EXPECT_EQ(importReceipts("received_on,sku,units,total_cost,reference,supplier,source\r\n"
                             "2026-03-02,MUG-01,5,25.00,PO-1,Harbor,purchase\r\n"
                             "2026-03-01,HAT-01,2,9.99,PO-1,,parts_transfer\r\n"
                             "2026-03-01,MUG-01,1,1.00,PO-2,,\r\n"),
              (exchange::ImportSummary{.added = 3, .unchanged = 0}));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{6, "26.00"}));
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{2, "9.99"}));
    EXPECT_EQ(total("2026-03").of(books::MonthFigure::Restock), money("35.99"));
    EXPECT_EQ(pack("C-1", {{"MUG-01", 1}}, "2026-03-05").cost.contents, money("1.00"));
}

TEST_P(ImportReceipts, AddsNothingWhenImportedAgain)
{
    const std::string file = "received_on,sku,units,total_cost,reference\n"
                             "2026-03-02,MUG-01,5,25.00,PO-1\n"
                             "2026-03-02,HAT-01,5,5.00,PO-1\n";
    importReceipts(file);
    EXPECT_EQ(importReceipts(file), (exchange::ImportSummary{.added = 0, .unchanged = 2}));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{5, "25.00"}));
    EXPECT_EQ(importReceipts(file + "2026-03-03,MUG-01,1,5.00,PO-2\n"),
              (exchange::ImportSummary{.added = 1, .unchanged = 2}));
}

TEST_P(ImportReceipts, KnowsAReferenceAgainThatIsOlderThanTheRuleForWords)
{
    booksAreFalsified(); // by the spelling alone
    const std::string head = "received_on,sku,units,total_cost,reference\n";
    importReceipts(head + "2026-03-02,MUG-01,5,25.00,PO 1\n");
    ASSERT_EQ(raw().execute("UPDATE lot SET reference = ' PO  1 ' WHERE reference = 'PO 1'"), 1);
    EXPECT_EQ(importReceipts(head + "2026-03-02,MUG-01,5,25.00, PO  1 \n"),
              (exchange::ImportSummary{.added = 0, .unchanged = 1}));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{5, "25.00"}));
}

TEST_P(ImportReceipts, StaysUnchangedOnceTheMonthIsClosedOrTheItemRetired)
{
    const std::string file = "received_on,sku,units,total_cost,reference\n"
                             "2026-03-02,MUG-01,5,25.00,PO-1\n";
    importReceipts(file);
    close("2026-03");
    retire("MUG-01");
    EXPECT_EQ(importReceipts(file), (exchange::ImportSummary{.added = 0, .unchanged = 1}));
}

TEST_P(ImportReceipts, ListsEveryBadRowAndChangesNothing)
{
    const Refusal refusal = EXPECT_REFUSAL(
        "import.rejected", importReceipts("received_on,sku,units,total_cost,reference,source\n"
                                          "2026-03-02,MUG-01,5,25.00,PO-1,\n"
                                          "2026-02-30,MUG-02,0,1.005,,gift\n"
                                          "2026-03-02,MUG-02,1,1.00,PO-3,\n"
                                          "2026-03-02,MUG-01,0,1.00,PO-4,\n"
                                          "2026-07-01,MUG-01,1,1.00,PO-5,\n"
                                          "2026-03-02,MUG-01,x,1.00,PO-6,\n"
                                          "2026-03-02,MUG-01,1,-1.00,PO-7,\n"
                                          "2026-03-02,MUG-01,1,1.00,PO-8,gift\n"
                                          "2026-03-02,MUG-01,1\n"
                                          "2026-03-02,HAT-01,1,1.00,PO-9,\n"));
    EXPECT_EQ(refusal.sentence(),
              "receipts.csv has 8 bad rows. Nothing was imported. Fix the file and import again.");
    std::vector<std::string> begins;
    for (const std::string& place : refusal.places()) {
        begins.push_back(place.substr(0, place.find(": ", place.find(": ") + 2)));
    }
    EXPECT_EQ(begins,
              (std::vector<std::string>{"receipts.csv:3: total_cost", "receipts.csv:3: received_on",
                                        "receipts.csv:3: reference", "receipts.csv:4: sku",
                                        "receipts.csv:5: units", "receipts.csv:6: received_on",
                                        "receipts.csv:7: units", "receipts.csv:8: total_cost",
                                        "receipts.csv:9: source", "receipts.csv:10: row"}));
}

TEST_P(ImportReceipts, ShowsBothWhenAKeyIsThereWithOtherValues)
{
    receive(receipt("PO-1"));
    const Refusal refusal = EXPECT_REFUSAL(
        "import.rejected", importReceipts("received_on,sku,units,total_cost,reference\n"
                                          "2026-03-01,MUG-01,6,25.00,PO-1\n"));
    EXPECT_EQ(refusal.places(),
              (std::vector<std::string>{
                  "receipts.csv:2: reference: The books already have receipt PO-1 for item MUG-01 "
                  "with other values: 5 units for 25.00 USD on 2026-03-01 (purchase) there, 6 "
                  "units for 25.00 USD on 2026-03-01 (purchase) here."}));
}

TEST_P(ImportReceipts, RefusesAKeyThatIsTwiceInTheFileAndNamesBothLines)
{
    const std::string head = "received_on,sku,units,total_cost,reference\n"
                             "2026-03-01,MUG-01,6,25.00,PO-1\n";
    const std::string place = "receipts.csv:3: reference: Line 2 already has receipt PO-1 for item "
                              "MUG-01. Keep one, or number the receipt's lines in a column line.";
    for (const bool isThere : {false, true}) {
        for (const char* row :
             {"2026-03-01,MUG-01,6,25.00,PO-1\n", "2026-03-01,MUG-01,6,25.01,PO-1\n"}) {
            const Refusal refusal = EXPECT_REFUSAL("import.rejected", importReceipts(head + row));
            EXPECT_EQ(refusal.places(), (std::vector<std::string>{place}))
                << (isThere ? "also where the first is in the books" : "");
        }
        importReceipts(head);
    }
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{6, "25.00"}));
}

TEST_P(ImportReceipts, RefusesAKeyThatIsTwiceInAFileOfManyChunks)
{
    std::string file = "received_on,sku,units,total_cost,reference\n";
    for (int i = 0; i < 2500; ++i) {
        file += "2026-03-01,MUG-01,2,0.05,PO-" + std::to_string(i) + "\n";
    }
    const std::string twice = file + "2026-03-01,MUG-01,2,0.05,PO-7\n";
    for (int round = 0; round < 2; ++round) {
        const Refusal refusal = EXPECT_REFUSAL("import.rejected", importReceipts(twice));
        ASSERT_EQ(refusal.places().size(), 1U);
        EXPECT_EQ(
            refusal.places().front().find(
                "receipts.csv:2502: reference: Line 9 already has receipt PO-7 for item MUG-01."),
            0U)
            << refusal.places().front();
        importReceipts(file);
    }
}

TEST_P(ImportReceipts, TakesEqualRowsThatAreLinesOfOneReceipt)
{
    const std::string file = "received_on,sku,units,total_cost,reference,line\n"
                             "2026-03-03,MUG-01,12,36.00,DN-77,1\n"
                             "2026-03-03,MUG-01,12,36.00,DN-77,2\n"
                             "2026-03-03,HAT-01,12,36.00,DN-77,\n";
    EXPECT_EQ(importReceipts(file), (exchange::ImportSummary{.added = 3, .unchanged = 0}));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{24, "72.00"}));
    EXPECT_EQ(importReceipts(file), (exchange::ImportSummary{.added = 0, .unchanged = 3}));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{24, "72.00"}));
    const Refusal refusal = EXPECT_REFUSAL(
        "import.rejected", importReceipts("received_on,sku,units,total_cost,reference,line\n"
                                          "2026-03-03,MUG-01,13,36.00,DN-77,2\n"
                                          "2026-03-03,MUG-01,13,36.00,DN-77,3\n"
                                          "2026-03-03,MUG-01,13,36.00,DN-77,3\n"
                                          "2026-03-03,MUG-01,1,1.00,DN-78,0\n"
                                          "2026-03-03,MUG-01,1,1.00,DN-78,1.5\n"));
    ASSERT_EQ(refusal.places().size(), 4U);
    EXPECT_EQ(refusal.places()[0],
              "receipts.csv:2: reference: The books already have receipt DN-77, line 2, for item "
              "MUG-01 with other values: 12 units for 36.00 USD on 2026-03-03 (purchase) there, 13 "
              "units for 36.00 USD on 2026-03-03 (purchase) here.");
    EXPECT_EQ(refusal.places()[1].find("receipts.csv:4: reference: Line 3 already has receipt "
                                       "DN-77, line 3, for item MUG-01."),
              0U);
    EXPECT_EQ(refusal.places()[2],
              "receipts.csv:5: line: 0 is not valid. Enter a number from 1 to 1000000000.");
    EXPECT_EQ(refusal.places()[3], "receipts.csv:6: line: \"1.5\" is not a whole number.");
}

TEST_P(ImportReceipts, ComparesARowWithoutALineWithEveryLineThatIsThere)
{
    importReceipts("received_on,sku,units,total_cost,reference,line\n"
                   "2026-03-03,MUG-01,12,36.00,DN-77,4\n");
    const std::string head = "received_on,sku,units,total_cost,reference\n";
    EXPECT_EQ(importReceipts(head + "2026-03-03,MUG-01,12,36.00,DN-77\n").unchanged, 1);
    EXPECT_REFUSAL("import.rejected", importReceipts(head + "2026-03-03,MUG-01,9,36.00,DN-77\n"));
    EXPECT_REFUSAL("receipt.exists", receive(receipt("DN-77")));
    EXPECT_REFUSAL("import.rejected",
                   importReceipts("received_on,sku,units,total_cost,reference,line\n"
                                  "2026-03-03,MUG-01,12,36.00,DN-78,2\n"
                                  "2026-03-03,MUG-01,12,36.00,DN-78,\n"));
}

TEST_P(ImportReceipts, TakesTheSameReferenceOfTwoSuppliers)
{
    const std::string file = "received_on,sku,units,total_cost,reference,supplier\n"
                             "2026-03-03,MUG-01,12,36.00,1001,Harbor\n"
                             "2026-03-03,MUG-01,12,36.00,1001,Cap Works\n";
    EXPECT_EQ(importReceipts(file).added, 2);
    EXPECT_EQ(importReceipts(file).unchanged, 2);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{24, "72.00"}));
}

TEST_P(ImportReceipts, TakesManyLinesOfOneReceipt)
{
    std::string file = "received_on,sku,units,total_cost,reference,line\n";
    for (int i = 1; i <= 2500; ++i) {
        file += "2026-03-01,MUG-01,2,0.05,PO-1," + std::to_string(i) + "\n";
    }
    EXPECT_EQ(importReceipts(file).added, 2500);
    EXPECT_EQ(importReceipts(file).unchanged, 2500);
    EXPECT_EQ(onShelf("MUG-01").units, 5000);
}

TEST_P(ImportReceipts, IsHeldBackByTheCapOfTheMonth)
{
    cap("month.restock", "10.00", CapAction::Stop);
    const Refusal refusal = EXPECT_REFUSAL(
        "import.rejected", importReceipts("received_on,sku,units,total_cost,reference\n"
                                          "2026-03-01,MUG-01,6,9.00,PO-1\n"
                                          "2026-03-01,MUG-01,6,1.01,PO-2\n"
                                          "2026-04-01,MUG-01,6,10.00,PO-3\n"));
    ASSERT_EQ(refusal.places().size(), 1U);
    EXPECT_EQ(refusal.places().front().find(
                  "receipts.csv:3: total_cost: This receipt would put restocking"),
              0U);
}

TEST_P(ImportReceipts, TakesTheSpreadsheetGuardOff)
{
    importReceipts("received_on,sku,units,total_cost,reference,supplier\n"
                   "2026-03-01,MUG-01,6,9.00,'=PO,'+Harbor\n");
    EXPECT_EQ(raw().rows("SELECT reference, supplier FROM lot WHERE store_id = " + storeId()),
              (std::vector<RawDatabase::Cells>{{"=PO", "+Harbor"}}));
}

TEST_P(ImportReceipts, ReadsAFileOfManyChunks)
{
    std::string file = "received_on,sku,units,total_cost,reference,reason\n";
    for (int i = 0; i < 2500; ++i) {
        file += "2026-03-01," + std::string(i % 2 == 0 ? "MUG-01" : "HAT-01") + ",2,0.0" +
                std::to_string(i % 10) + ",PO-" + std::to_string(i) + ",sample\n";
    }
    EXPECT_EQ(importReceipts(file).added, 2500);
    EXPECT_EQ(importReceipts(file).unchanged, 2500);
    EXPECT_EQ(onShelf("MUG-01").units + onShelf("HAT-01").units, 5000);
    EXPECT_EQ(total("2026-03").of(books::MonthFigure::Restock), money("112.50"));
}

} // namespace
} // namespace giftbox::tests::receive_stock_test
