#include "exchange/import_stock.h"

#include "tests/support/store_fixture.h"

#include <sstream>

namespace giftbox::tests::import_stock_test {
namespace {

class ImportStock : public StoreFixture {
protected:
    exchange::ImportSummary importStock(const std::string& text,
                                        const std::string& on = "2026-05-31")
    {
        std::istringstream in(text);
        return write([&](auto& tx) {
            return exchange::importStock(
                tx, {.in = in, .fileName = "stock.csv", .ignored = {}, .progress = {}}, day(on));
        });
    }
    std::string stockFile()
    {
        return csv([](const auto& tx, auto& out) { exchange::exportStock(tx, {}, out); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(ImportStock);

TEST_P(ImportStock, BeginsANewStoreWithTheSameStock)
{
    add({.sku = "MUG-01",
         .name = "=Mug, \"blue\"",
         .kind = inventory::ItemKind::Contents,
         .category = "'mugs",
         .unit = "each",
         .size = {},
         .barcode = {},
         .supplier = {},
         .reorderPoint = 0,
         .parLevel = 12});
    packagingItem("CARTON");
    item("NONE");
    recipient("C-1");
    stock("MUG-01", 7, "33.34", "2026-02-01");
    stock("MUG-01", 2, "1.00", "2026-02-02");
    stock("CARTON", 3, "0.00", "2026-02-02");
    pack("C-1", {{"MUG-01", 1}}, "2026-02-05");
    const std::string before = stockFile();
    openStore("USD", "0.00", 0);
    EXPECT_EQ(importStock(before), (exchange::ImportSummary{.added = 2, .unchanged = 0}));
    EXPECT_EQ(stockFile(), before);
    EXPECT_EQ(csv([](const auto& tx, auto& out) { exchange::exportReceipts(tx, {}, out); }),
              "received_on,sku,units,total_cost,reference,supplier,source,line,reason\r\n"
              "2026-05-31,CARTON,3,0.00,opening,,parts_transfer,1,opening stock\r\n"
              "2026-05-31,MUG-01,8,29.58,opening,,parts_transfer,1,\r\n");
    EXPECT_EQ(text(total("2026-05").of(books::MonthFigure::Restock)), "29.58");
    EXPECT_REFUSAL("import.not_empty", importStock(before));
}

TEST_P(ImportStock, LeavesTheCatalogAsItIs)
{
    item("MUG-01");
    importStock("sku,name,kind,units,cost\nMUG-01,Another name,packaging,3,1.00\n");
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{3, "1.00"}));
    EXPECT_EQ(stockFile().find("Another"), std::string::npos);
}

TEST_P(ImportStock, NamesEveryBadRowAndChangesNothing)
{
    item("OLD");
    retire("OLD");
    const std::string file = "sku,name,kind,units,cost\n"
                             "A-1,,contents,1,1.00\n"
                             "A-2,A,gift,1,1.00\n"
                             "A-3,A,contents,-1,1.00\n"
                             "A-4,A,contents,0,1.00\n"
                             "A-5,A,contents,1,1.001\n"
                             "A-5,A,contents,1,1.00\n"
                             "OLD,,,1,1.00\n";
    const Refusal refusal = EXPECT_REFUSAL("import.rejected", importStock(file));
    std::string lines;
    for (const std::string& place : refusal.places()) {
        lines += place + "\n";
    }
    EXPECT_EQ(
        lines,
        "stock.csv:2: name: Enter the item's name. It cannot be empty.\n"
        "stock.csv:3: kind: \"gift\" is not a kind of item. Use contents or packaging.\n"
        "stock.csv:4: units: The units are -1. Enter a whole number from 1 to 1000000000.\n"
        "stock.csv:5: cost: The row has no units, so its cost must be 0.\n"
        "stock.csv:6: cost: \"1.001\" is not an amount: USD has 2 digits after the decimal point. "
        "Use digits, with at most 2 after the decimal point, such as 12.50.\n"
        "stock.csv:7: sku: Line 6 already has item A-5. Keep one.\n"
        "stock.csv:8: sku: Item OLD is retired. Receive another item.\n");
    EXPECT_REFUSAL("import.rejected", importStock("sku,units\nA,1\n"));
    EXPECT_REFUSAL("date.in_future", importStock("sku,units,cost\n", "2026-06-16"));
}

TEST_P(ImportStock, KeepsToTheCapOfItsMonth)
{
    item("MUG-01");
    cap("month.restock", "1.00", budget::CapAction::Stop, "2026-05");
    const std::string file = "sku,units,cost\nMUG-01,3,1.01\n";
    const Refusal refusal = EXPECT_REFUSAL("import.rejected", importStock(file));
    ASSERT_EQ(refusal.places().size(), 1U);
    EXPECT_TRUE(refusal.places()[0].starts_with(
        "stock.csv:2: cost: This receipt would put restocking in 2026-05 over its 1.00 USD limit"))
        << refusal.places()[0];
    importStock(file, "2026-04-30");
}

} // namespace
} // namespace giftbox::tests::import_stock_test
