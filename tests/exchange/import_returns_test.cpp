#include "exchange/export.h"
#include "exchange/import_returns.h"
#include "exchange/undo_import.h"
#include "purchasing/return_receipt.h"
#include "tests/support/store_fixture.h"

#include <sstream>

namespace giftbox::tests::import_returns_test {
namespace {

/// Returns to suppliers as a file. Lot 1 has 10 hats for 50.00, lot 2 four mugs for 8.00.
class ImportReturns : public StoreFixture {
protected:
    void prepare() override { receiveAll(); }
    void receiveAll()
    {
        for (const char* sku : {"HAT-01", "MUG-01"}) {
            item(sku);
        }
        bought("HAT-01", 10, 5000);
        bought("MUG-01", 4, 800);
    }
    void bought(const std::string& sku, std::int64_t units, std::int64_t cost)
    {
        receive({.sku = sku,
                 .units = units,
                 .cost = {cost},
                 .receivedOn = day("2026-06-01"),
                 .reference = "INV-1",
                 .supplier = "Cap Works"});
    }
    exchange::ImportSummary import(const std::string& file)
    {
        std::istringstream in(file);
        return write([&](auto& tx) {
            return exchange::importReturns(tx, {.in = in,
                                                .fileName = "returns.csv",
                                                .ignored = {},
                                                .progress = [](std::int64_t) {}});
        });
    }
    std::string exported(const foundation::Period& period = {})
    {
        return csv([&](const auto& tx, auto& out) { exchange::exportReturns(tx, period, out); });
    }
    std::int64_t giveBack(books::LotNo lot, std::int64_t units, const std::string& on)
    {
        return write([&](auto& tx) {
            return purchasing::returnToSupplier(
                       tx, {.lot = lot, .units = units, .on = day(on), .reason = "torn, \"all\""})
                .movement;
        });
    }
    void credit(std::int64_t movement, const std::string& amount)
    {
        const Money credited = money(amount);
        write([&](auto& tx) {
            return purchasing::creditReturn(tx, {.movement = movement,
                                                 .amount = credited,
                                                 .on = day("2026-06-10"),
                                                 .reference = "CN-1"});
        });
    }
    std::string badRows(const std::string& file)
    {
        std::string rows;
        const std::string before = allRows();
        const Refusal refused = EXPECT_REFUSAL("import.rejected", import(file));
        EXPECT_EQ(allRows(), before);
        for (const auto& row : refused.badRows()) {
            rows += std::to_string(row.line) + ": " + row.column + ": " + row.sentence + "\n";
        }
        return rows;
    }
};
GIFTBOX_ON_BOTH_ENGINES(ImportReturns);

TEST_P(ImportReturns, GivesTheSameFileAgainAndAddsNothingTwice)
{
    credit(giveBack({1}, 2, "2026-06-05"), "9.00");
    giveBack({1}, 2, "2026-06-05"); // another one just like it
    const std::int64_t mistake = giveBack({2}, 1, "2026-06-06");
    write([&](auto& tx) { return purchasing::reverseReturn(tx, mistake, "mistake"); });
    giveBack({2}, 3, "2026-06-07");
    const std::string file = exported();
    EXPECT_EQ(file, "returned_on,receipt,receipt_supplier,sku,line,units,reason,credited_on,"
                    "credit_note,credit\r\n"
                    "2026-06-05,INV-1,Cap Works,HAT-01,1,2,\"torn, \"\"all\"\"\",2026-06-10,CN-1,"
                    "9.00\r\n"
                    "2026-06-05,INV-1,Cap Works,HAT-01,1,2,\"torn, \"\"all\"\"\",,,\r\n"
                    "2026-06-07,INV-1,Cap Works,MUG-01,1,3,\"torn, \"\"all\"\"\",,,\r\n");
    EXPECT_EQ(import(file).unchanged, 3);
    EXPECT_EQ(exported({.from = day("2026-06-07"), .to = day("2026-06-30")}).find("HAT-01"),
              std::string::npos);
    const OnShelf hats = onShelf("HAT-01");
    openStore("USD", "0.00", 0);
    receiveAll();
    EXPECT_EQ(import(file).added, 3);
    EXPECT_EQ(exported(), file);
    EXPECT_EQ(onShelf("HAT-01"), hats);
    EXPECT_EQ(import(file).unchanged, 3);
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(ImportReturns, SaysEveryFaultAndChangesNothing)
{
    giveBack({1}, 2, "2026-06-05");
    const std::string head = "returned_on,receipt,receipt_supplier,sku,units,reason,credited_on,"
                             "credit_note,credit\n";
    EXPECT_EQ(badRows(head + "2026-06-05,INV-1,Cap Works,HAT-01,9,torn,,,\n"
                             "2026-06-05,INV-9,Cap Works,HAT-01,1,torn,,,\n"
                             "2026-05-05,INV-1,Cap Works,HAT-01,1,torn,,,\n"
                             "2026-06-05,INV-1,Cap Works,HAT-01,1,torn,2026-06-10,,1.00\n"
                             "2026-06-05,INV-1,Cap Works,HAT-01,2,\"torn, \"\"all\"\"\","
                             "2026-06-10,CN-1,9.00\n"),
              "2: units: Receipt INV-1 for item HAT-01 has 10 units, and 2 of them are gone: 2 "
              "returned to the supplier. 8 are left, so 9 cannot be returned. Return at most 8, "
              "or select another receipt.\n"
              "3: receipt: The books have no receipt INV-9 for item HAT-01 of this supplier.\n"
              "4: returned_on: The day, 2026-05-05, is before 2026-06-01, when the units were "
              "received. Enter that day or a later one.\n"
              "5: credited_on: A credit has a day, a number and an amount. Enter all three, or "
              "leave them empty.\n"
              "6: credited_on: The books already have this return with no credit. Record its "
              "credit there.\n");
}

TEST_P(ImportReturns, IsUndoneAsAWholeWhileNothingWasCredited)
{
    const OnShelf hats = onShelf("HAT-01");
    const std::string head = "returned_on,receipt,receipt_supplier,sku,units,reason\n";
    import(head + "2026-06-05,INV-1,Cap Works,HAT-01,2,torn\n"
                  "2026-06-06,INV-1,Cap Works,MUG-01,1,torn\n");
    const auto undo = [&](std::int64_t number) {
        return write([&](auto& tx) {
            return exchange::undoImport(tx, {.number = number, .reason = "wrong file"});
        });
    };
    EXPECT_EQ(undo(1).reversed, 2);
    EXPECT_EQ(onShelf("HAT-01"), hats);
    EXPECT_EQ(verify(), std::vector<std::string>{});
    import(head + "2026-06-05,INV-1,Cap Works,HAT-01,2,torn\n");
    credit(read([](const auto& tx) {
               return purchasing::returnsBefore(tx, std::nullopt, 1).front().movement;
           }),
           "9.00");
    const Refusal refusal = EXPECT_REFUSAL("import.in_use", undo(2));
    EXPECT_NE(refusal.sentence().find("INV-1 for HAT-01 (credited)"), std::string::npos)
        << refusal.sentence();
}

} // namespace
} // namespace giftbox::tests::import_returns_test
