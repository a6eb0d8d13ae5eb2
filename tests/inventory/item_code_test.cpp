#include "inventory/item_code.h"

#include "exchange/import_items.h"
#include "inventory/add_item.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::item_code_test {
namespace {

class ItemCode : public StoreFixture {
protected:
    void prepare() override
    {
        add({.sku = "CAP-1", .name = "Cap", .barcode = "012345678905"});
        add({.sku = "MUG-1", .name = "Mug", .barcode = "ab-12"});
    }
    std::string skuOf(const std::string& code)
    {
        return read([&](const auto& tx) { return inventory::requireItem(tx, code).item.sku; });
    }
    Refusal lookUpRefused(const std::string& code)
    {
        try {
            skuOf(code);
        } catch (const Refusal& refusal) {
            return refusal;
        }
        return Refusal("program.failed");
    }
};
GIFTBOX_ON_BOTH_ENGINES(ItemCode);

TEST_P(ItemCode, IsTheSkuInAnyCapitalsOrTheBarcode)
{
    for (const char* code : {"CAP-1", "cap-1", " Cap-1 ", "012345678905", "0012345678905",
                             "0 12345 67890 5", "00012345678905"}) {
        EXPECT_EQ(skuOf(code), "CAP-1") << code;
    }
    EXPECT_EQ(skuOf("AB-12"), "MUG-1");
    EXPECT_EQ(lookUpRefused("12345678905").code(), "item.unknown") << "11 digits are no GTIN";
    EXPECT_EQ(lookUpRefused("").code(), "item.unknown");
    EXPECT_EQ(lookUpRefused("a\xC3").code(), "item.unknown");
}

TEST_P(ItemCode, IsUniqueWhateverTheCapitals)
{
    const Refusal refusal = EXPECT_REFUSAL("item.exists", add({.sku = "cap-1", .name = "Other"}));
    EXPECT_EQ(refusal.sentence(),
              "There is already an item CAP-1: Cap. `giftbox item edit CAP-1` changes it.");
}

TEST_P(ItemCode, NamesBothItemsOfOneBarcode)
{
    add({.sku = "CAP-2", .name = "Cap, blue", .barcode = "0012345678905"});
    const Refusal refusal = lookUpRefused("012345678905");
    EXPECT_EQ(refusal.code(), "item.ambiguous");
    EXPECT_EQ(refusal.sentence(),
              "The code \"012345678905\" stands for several items: CAP-1 (Cap), CAP-2 (Cap, blue). "
              "Enter the SKU of one of them exactly as shown here.");
    add({.sku = "012345678905", .name = "Named by its digits"});
    EXPECT_EQ(skuOf("012345678905"), "012345678905") << "a SKU goes before a barcode";
}

TEST_P(ItemCode, IsNoNumberOfASpreadsheet)
{
    for (const char* code : {"4.00638E+12", "4,00638E+12", "4.00638e+12", "4E+12"}) {
        EXPECT_EQ(lookUpRefused(code).code(), "item.barcode_malformed") << code;
        EXPECT_REFUSAL("item.barcode_malformed",
                       add({.sku = "PEN", .name = "Pen", .barcode = code}));
        EXPECT_REFUSAL("item.barcode_malformed", edit("MUG-1", {{"barcode", code}}));
        const Refusal refusal =
            EXPECT_REFUSAL("import.rejected", importItems("sku,name,kind,category,unit,barcode\n"
                                                          "PEN,Pen,contents,pens,each,\"" +
                                                          std::string(code) + "\"\n"));
        EXPECT_NE(
            refusal.places().at(0).find("A spreadsheet has turned the barcode into the number"),
            std::string::npos);
    }
    EXPECT_NO_THROW(inventory::requireBarcode("4.5E12"));
    EXPECT_NO_THROW(inventory::requireBarcode("E+1"));
    EXPECT_NO_THROW(inventory::requireBarcode("12E+"));
}

TEST_P(ItemCode, IsTakenWhereverAnItemIsAskedFor)
{
    recipient("C-1");
    receive({.sku = "cap-1",
             .units = 4,
             .cost = money("8.00"),
             .receivedOn = day("2026-06-01"),
             .reference = "R",
             .supplier = "Acme"});
    EXPECT_REFUSAL("receipt.exists", receive({.sku = "0012345678905",
                                              .units = 4,
                                              .cost = money("8.00"),
                                              .receivedOn = day("2026-06-01"),
                                              .reference = "R",
                                              .supplier = "Acme"}));
    EXPECT_EQ(writeOff("Cap-1", 1, "2026-06-02").sku, "CAP-1");
    EXPECT_EQ(count("012345678905", 3, "2026-06-02").sku, "CAP-1");
    const auto packed = pack("c-1", {{"0012345678905", 1}, {"cap-1", 1}}, "2026-06-03");
    EXPECT_EQ(lines(packed), "CAP-1 contents 2 4.00\n");
    EXPECT_EQ(packed.recipient, "C-1");
    edit("cap-1", {{"name", "Hat"}});
    retire("Cap-1");
    EXPECT_EQ(onShelf("CAP-1"), (OnShelf{.units = 1, .cost = "2.00"}));
}

TEST_P(ItemCode, IsTakenByImportsOfReceiptsAndBoxes)
{
    recipient("C-1");
    const std::string receipts = "received_on,sku,units,total_cost,reference\n"
                                 "2026-06-01,cap-1,4,8.00,R\n";
    importReceipts(receipts);
    EXPECT_EQ(importReceipts(receipts), (exchange::ImportSummary{.added = 0, .unchanged = 1}));
    const std::string boxes = "box,recipient,packed_on,given_on,sku,units\n"
                              "B-1,c-1,2026-06-02,,0012345678905,1\n"
                              "B-1,c-1,2026-06-02,,Cap-1,1\n";
    importBoxes(boxes);
    EXPECT_EQ(importBoxes(boxes), (exchange::ImportSummary{.added = 0, .unchanged = 1}));
    EXPECT_EQ(onShelf("CAP-1"), (OnShelf{.units = 2, .cost = "4.00"}));
    const std::string items = "sku,name,kind,category,unit,barcode\n"
                              "cap-1,Cap ,contents,,,012345678905\n";
    EXPECT_EQ(importItems(items), (exchange::ImportSummary{.added = 0, .unchanged = 1}))
        << "one of the same SKU in other capitals, said in other blanks";
}

} // namespace
} // namespace giftbox::tests::item_code_test
