#include "accounting/journal_facts.h"
#include "exchange/export.h"
#include "exchange/import_bills.h"
#include "exchange/import_deliveries.h"
#include "exchange/undo_import.h"
#include "purchasing/correct_receipt.h"
#include "purchasing/record_bill.h"
#include "purchasing/reverse_charge.h"
#include "purchasing/reverse_receipt.h"
#include "tests/support/store_fixture.h"

#include <sstream>

namespace giftbox::tests::import_bills_test {
namespace {

using purchasing::DeliveryNo;

/// Delivery 1 has 10 mugs for 100.00 and 2 hats for 50.00, of which lots are 1 and 2; delivery 2 has a pen, lot 3.
class ImportBills : public StoreFixture {
protected:
    using Import = exchange::ImportSummary (*)(books::WriteTransaction&, exchange::ImportSource);

    void prepare() override { receiveAll(); }
    void receiveAll()
    {
        for (const char* sku : {"MUG-01", "HAT-01", "PEN-01"}) {
            item(sku);
        }
        deliver("D-1", {{.sku = "MUG-01", .units = 10, .cost = Money{10000}},
                        {.sku = "HAT-01", .units = 2, .cost = Money{5000}}});
        deliver("D-2", {{.sku = "PEN-01", .units = 1, .cost = Money{700}}});
    }
    void deliver(const std::string& reference, std::vector<purchasing::DeliveryLine> lines)
    {
        write([&](auto& tx) {
            return purchasing::receiveDelivery(tx, {.receivedOn = day("2026-03-01"),
                                                    .supplier = "Harbor",
                                                    .reference = reference,
                                                    .lines = std::move(lines)});
        });
    }
    void charge()
    {
        write([](auto& tx) {
            return purchasing::addFreight(tx, {.delivery = {1},
                                               .amount = Money{1200},
                                               .by = purchasing::SharedBy::Units,
                                               .supplier = "Speedy",
                                               .reference = "F-1"});
        });
        bill("B-1", 15300, {1});
        bill("B-0", 700, {2});
    }
    void bill(const std::string& reference, std::int64_t amount, DeliveryNo delivery)
    {
        write([&](auto& tx) {
            return purchasing::recordBill(tx, {.supplier = "Harbor",
                                               .reference = reference,
                                               .on = day("2026-04-10"),
                                               .amount = {amount},
                                               .deliveries = {delivery}});
        });
    }
    auto import(Import how, const std::string& file)
    {
        std::istringstream in(file);
        return write([&](auto& tx) {
            return how(
                tx,
                {.in = in, .fileName = "file.csv", .ignored = {}, .progress = [](std::int64_t) {}});
        });
    }
    std::string bills(const foundation::Period& period = {})
    {
        return csv([&](const auto& tx, auto& out) { exchange::exportBills(tx, period, out); });
    }
    std::string freight()
    {
        return csv([](const auto& tx, auto& out) { exchange::exportFreight(tx, {}, out); });
    }
    /// What the journal of March, April and June, where reversals are, owes to suppliers.
    Money payables()
    {
        Money owed;
        read([&](const auto& tx) {
            for (const char* of : {"2026-03", "2026-04", "2026-06"}) {
                accounting::eachEntry(tx, {.month = month(of)}, [&](const auto& entry) {
                    for (const auto& line : entry.lines) {
                        owed +=
                            line.role == accounting::JournalRole::Payables ? line.amount : Money{};
                    }
                });
            }
            return true;
        });
        return owed;
    }
    exchange::UndoneImport undo(std::int64_t number)
    {
        return write([&](auto& tx) {
            return exchange::undoImport(tx, {.number = number, .reason = "the wrong file"});
        });
    }
    /// Both files, of what is reversed now.
    std::pair<std::string, std::string> filesOfReversed()
    {
        charge();
        std::pair files(freight(), bills());
        for (const std::int64_t number : {2, 1}) {
            write([&](auto& tx) { return purchasing::reverseBill(tx, number, "to the file"); });
        }
        write([&](auto& tx) { return purchasing::reverseFreight(tx, 1, "to the file"); });
        return files;
    }
    std::string badRows(Import how, const std::string& file)
    {
        std::string rows;
        const Refusal refused = EXPECT_REFUSAL("import.rejected", import(how, file));
        for (const auto& row : refused.badRows()) {
            rows += std::to_string(row.line) + ": " + row.column + ": " + row.sentence + "\n";
        }
        return rows;
    }
};
GIFTBOX_ON_BOTH_ENGINES(ImportBills);

TEST_P(ImportBills, IsUndoneAsAWhole)
{
    const OnShelf mugs = onShelf("MUG-01");
    const auto [freightFile, billsFile] = filesOfReversed();
    EXPECT_EQ(onShelf("MUG-01"), mugs);
    const Money owed = payables();
    import(exchange::importFreight, freightFile);
    const Money owedWithFreight = payables();
    import(exchange::importBills, billsFile);
    const OnShelf charged = onShelf("MUG-01");
    EXPECT_NE(charged, mugs);
    write([](auto& tx) { return purchasing::reverseBill(tx, 4, "not ours"); });
    EXPECT_EQ(undo(2).reversed, 1) << "the other was reversed before";
    EXPECT_EQ(payables(), owedWithFreight);
    EXPECT_EQ(undo(1).reversed, 1);
    EXPECT_EQ(onShelf("MUG-01"), mugs);
    EXPECT_EQ(payables(), owed);
    EXPECT_REFUSAL("import.undone", undo(1));
    import(exchange::importFreight, freightFile);
    import(exchange::importBills, billsFile);
    EXPECT_EQ(onShelf("MUG-01"), charged);
}

TEST_P(ImportBills, IsNotUndoneWhereAReceiptCostsLessNow)
{
    const std::string file = filesOfReversed().first;
    import(exchange::importFreight, file);
    const Money least = money("1.00");
    write([&](auto& tx) {
        return purchasing::correctReceipt(
            tx, {.lot = books::LotNo{1}, .cost = least, .reason = "misread"});
    });
    const std::string before = allRows();
    const Refusal refusal = EXPECT_REFUSAL("import.in_use", undo(1));
    EXPECT_NE(refusal.sentence().find("F-1 (changed since)"), std::string::npos)
        << refusal.sentence();
    EXPECT_EQ(allRows(), before);
}

TEST_P(ImportBills, GivesTheSameFilesAndCostsAgain)
{
    charge();
    const std::string billed = bills();
    const std::string charged = freight();
    EXPECT_EQ(charged, "supplier,freight,receipt,receipt_supplier,sku,line,amount,by\r\n"
                       "Speedy,F-1,D-1,Harbor,MUG-01,1,12.00,units\r\n");
    EXPECT_EQ(billed, "supplier,bill,billed_on,receipt,receipt_supplier,sku,line,amount\r\n"
                      "Harbor,B-1,2026-04-10,D-1,Harbor,MUG-01,1,102.00\r\n"
                      "Harbor,B-1,2026-04-10,D-1,Harbor,HAT-01,1,51.00\r\n"
                      "Harbor,B-0,2026-04-10,D-2,Harbor,PEN-01,1,7.00\r\n");
    const OnShelf mugs = onShelf("MUG-01");
    const Money owed = payables();
    EXPECT_EQ(owed, Money{-17200}) << "two bills and freight";
    openStore("USD", "0.00", 0);
    receiveAll();
    EXPECT_EQ(import(exchange::importFreight, charged).added, 1);
    EXPECT_EQ(import(exchange::importBills, billed).added, 2);
    EXPECT_EQ(bills(), billed);
    EXPECT_EQ(freight(), charged);
    EXPECT_EQ(onShelf("MUG-01"), mugs);
    EXPECT_EQ(payables(), owed) << "freight is owed to whoever charges it, from a file, too";
    EXPECT_EQ(verify(), std::vector<std::string>{});
    EXPECT_EQ(import(exchange::importFreight, charged).unchanged, 1);
    EXPECT_EQ(import(exchange::importBills, billed).unchanged, 2);
}

TEST_P(ImportBills, FreightOfDeliveriesWhoseCostHasItIsTakenOverAndNotAddedTwice)
{
    charge();
    write([](auto& tx) {
        return purchasing::addFreight(tx, {.delivery = {1},
                                           .amount = Money{500},
                                           .by = purchasing::SharedBy::Value,
                                           .supplier = "Speedy",
                                           .reference = "F-2"});
    });
    const auto deliveries = [&] {
        return csv([](const auto& tx, auto& out) { exchange::exportDeliveries(tx, {}, out); });
    };
    const std::string delivered = deliveries();
    EXPECT_NE(delivered.find("MUG-01,10,115.39,D-1,Harbor,1,,13.39\r\n"), std::string::npos)
        << delivered;
    const std::string charged = freight();
    const std::string billed = bills();
    const OnShelf mugs = onShelf("MUG-01");
    openStore("USD", "0.00", 0);
    for (const char* sku : {"MUG-01", "HAT-01", "PEN-01"}) {
        item(sku);
    }
    EXPECT_EQ(import(exchange::importDeliveries, delivered).added, 2);
    EXPECT_EQ(onShelf("MUG-01"), mugs);
    EXPECT_EQ(deliveries(), delivered) << "also before the freight is known";
    const auto byHand = [&] {
        write([](auto& tx) {
            return purchasing::addFreight(tx, {.delivery = {1},
                                               .amount = Money{100},
                                               .by = purchasing::SharedBy::Units,
                                               .reference = "F-9"});
        });
    };
    const std::string before = allRows();
    nothingIsConfirmed();
    const Refusal refusal = EXPECT_REFUSAL("freight.in_cost", byHand());
    EXPECT_EQ(refusal.sentence(),
              "The cost of delivery 1 has 17.00 USD of freight already, as the file it came from "
              "says (lots 1, 2). Confirm it if this freight comes on top.");
    EXPECT_EQ(allRows(), before);
    allIsConfirmed();
    EXPECT_EQ(import(exchange::importFreight, charged).added, 2);
    EXPECT_EQ(import(exchange::importBills, billed).added, 2);
    EXPECT_EQ(onShelf("MUG-01"), mugs) << "nothing is added twice";
    EXPECT_EQ(deliveries(), delivered);
    EXPECT_EQ(freight(), charged);
    EXPECT_EQ(bills(), billed);
    EXPECT_EQ(verify(), std::vector<std::string>{});
    EXPECT_EQ(import(exchange::importFreight, charged).unchanged, 2);
    EXPECT_EQ(undo(2).reversed, 2);
    EXPECT_EQ(onShelf("MUG-01"), mugs) << "the cost has it by its file again";
    EXPECT_EQ(import(exchange::importFreight, charged).added, 2);
    nothingIsConfirmed();
    byHand(); // nothing is carried any more
    EXPECT_NE(onShelf("MUG-01"), mugs);
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(ImportBills, LeavesOutWhatWasReversed)
{
    charge();
    write([](auto& tx) { return purchasing::reverseBill(tx, 2, "not ours"); });
    write([](auto& tx) { return purchasing::reverseFreight(tx, 1, "twice"); });
    write([](auto& tx) { return purchasing::reverseReceipt(tx, books::LotNo{2}, "never came"); });
    EXPECT_EQ(bills(), "supplier,bill,billed_on,receipt,receipt_supplier,sku,line,amount\r\n"
                       "Harbor,B-1,2026-04-10,D-1,Harbor,MUG-01,1,102.00\r\n");
    EXPECT_EQ(freight(), "supplier,freight,receipt,receipt_supplier,sku,line,amount,by\r\n");
    EXPECT_EQ(bills({day("2026-04-11"), {}}).find("B-1"), std::string::npos);
    EXPECT_EQ(import(exchange::importBills, bills()).unchanged, 1);
}

TEST_P(ImportBills, OfAFileCanBeReversedOneByOne)
{
    const std::string header = "supplier,bill,billed_on,receipt,receipt_supplier,sku,amount\n";
    import(exchange::importBills, header + "Harbor,B-1,2026-04-10,D-1,Harbor,HAT-01,60.00\n"
                                           "Harbor,B-2,2026-04-10,D-2,Harbor,PEN-01,9.00\n");
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{2, "60.00"}));
    write([](auto& tx) { return purchasing::reverseBill(tx, 1, "not ours"); });
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{2, "50.00"}));
    EXPECT_EQ(onShelf("PEN-01"), (OnShelf{1, "9.00"}));
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(ImportBills, NamesEachBadRowAndChangesNothing)
{
    charge();
    const std::string before = allRows();
    const std::string header = "supplier,bill,billed_on,receipt,receipt_supplier,sku,amount\n";
    EXPECT_EQ(badRows(exchange::importBills, header +
                                                 "Harbor,B-1,2026-04-10,D-1,Harbor,MUG-01,1.00\n"
                                                 "Harbor,B-9,2026-04-10,D-9,Harbor,MUG-01,1.00\n"
                                                 "Harbor,B-8,2026-04-10,D-1,Harbor,MUG-01,x\n"
                                                 "Harbor,B-7,2026-04-10,D-1,Harbor,MUG-01,1.00\n"),
              "2: bill: The books already have bill B-1 with another date, other receipts or other "
              "amounts.\n"
              "3: receipt: The books have no receipt D-9 for item MUG-01 of this supplier.\n"
              "4: amount: \"x\" is not an amount: only the digits 0 to 9, a decimal point and a "
              "minus sign are allowed. Use digits, with at most 2 after the decimal point, such as "
              "12.50.\n"
              "5: amount: Lot 1 is already on bill B-1. Leave it out.\n");
    const std::string charges = "supplier,freight,receipt,receipt_supplier,sku,amount,by\n";
    EXPECT_EQ(
        badRows(exchange::importFreight, charges + "Speedy,F-1,D-1,Harbor,MUG-01,9.00,units\n"
                                                   "Speedy,F-2,D-1,Harbor,MUG-01,9.00,size\n"),
        "2: freight: Freight F-1 of Speedy is already recorded: 12.00 USD for delivery 1.\n"
        "3: by: \"size\" is nothing to share freight by. Use value, units, lots or weight.\n");
    EXPECT_EQ(allRows(), before);
}

TEST_P(ImportBills, TakesFreightOfDeliveriesOnly)
{
    stock("PEN-01", 1, "5.00", "2026-03-04"); // reference R-4
    EXPECT_EQ(badRows(exchange::importFreight, "supplier,freight,receipt,sku,amount,by\n"
                                               "Speedy,F-1,R-4,PEN-01,9.00,units\n"),
              "2: receipt: The receipt came without a delivery, and freight is of a delivery.\n");
}

} // namespace
} // namespace giftbox::tests::import_bills_test
