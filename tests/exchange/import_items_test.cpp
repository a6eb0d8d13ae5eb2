#include "exchange/import_items.h"
#include "tests/support/store_fixture.h"

#include <sstream>

namespace giftbox::tests::import_items_test {
namespace {

using inventory::Item;

class ImportItems : public StoreFixture {
protected:
    std::vector<Item> all()
    {
        return read([](const auto& tx) {
            std::vector<Item> items;
            inventory::listItems(tx, [&](const auto& one) { items.push_back(one.item); });
            return items;
        });
    }
    Refusal refused(const std::string& file)
    {
        return EXPECT_REFUSAL("import.rejected", importItems(file));
    }
    static inline const std::string kHead = "sku,name,kind,category,unit\n";
};
GIFTBOX_ON_BOTH_ENGINES(ImportItems);

TEST_P(ImportItems, AddsEveryRow)
{
    EXPECT_EQ(importItems("sku,name,kind,category,unit,size,barcode,supplier,reorder_point,"
                          "par_level,pack_size,lead_time_days,imprinted\r\n"
                          "MUG-01,\"Mug, blue\",contents,mugs,each,L,200,Harbor,5,12,6,14,1\r\n"
                          "CARTON,Carton,packaging,,each,,,,,,,,\r\n"),
              (exchange::ImportSummary{.added = 2, .unchanged = 0}));
    EXPECT_EQ(all(), (std::vector<Item>{{.sku = "CARTON",
                                         .name = "Carton",
                                         .kind = inventory::ItemKind::Packaging,
                                         .unit = "each"},
                                        {.sku = "MUG-01",
                                         .name = "Mug, blue",
                                         .category = "mugs",
                                         .unit = "each",
                                         .size = "L",
                                         .barcode = "200",
                                         .supplier = "Harbor",
                                         .reorderPoint = 5,
                                         .parLevel = 12,
                                         .packSize = 6,
                                         .leadTimeDays = 14,
                                         .imprinted = true}}));
}

TEST_P(ImportItems, LeavesWhatTheFileHasNoColumnForAndTellsAnEmptyCellFromIt)
{
    importItems("sku,name,kind,category,unit,size,supplier,par_level,pack_size,imprinted\n"
                "HAT-01,Hat,contents,hats,each,L,Harbor,12,6,1\n");
    const std::vector<Item> before = all();
    EXPECT_EQ(importItems(kHead + "HAT-01,Hat,contents,hats,each\n").unchanged, 1);
    EXPECT_EQ(all(), before);
    const Refusal empty = refused("sku,name,kind,category,unit,size,par_level\n"
                                  "HAT-01,Hat,contents,hats,each,,\n");
    EXPECT_NE(empty.places().front().find(
                  "size \"L\" there, \"\" here, par level \"12\" there, \"\" here"),
              std::string::npos)
        << empty.places().front();
}

TEST_P(ImportItems, AddsNothingWhenImportedAgain)
{
    const std::string file = kHead + "MUG-01,Mug,contents,mugs,each\nHAT-01,Hat,contents,,\n";
    importItems(file);
    EXPECT_EQ(importItems(file), (exchange::ImportSummary{.added = 0, .unchanged = 2}));
    EXPECT_EQ(importItems(file + "PEN,Pen,contents,,\n"),
              (exchange::ImportSummary{.added = 1, .unchanged = 2}));
}

TEST_P(ImportItems, LeavesARetiredItemRetired)
{
    const std::string file = kHead + "MUG-01,Mug,contents,mugs,each\n";
    importItems(file);
    retire("MUG-01");
    EXPECT_EQ(importItems(file), (exchange::ImportSummary{.added = 0, .unchanged = 1}));
    EXPECT_TRUE(all().front().retired);
}

TEST_P(ImportItems, ListsEveryBadRowAndChangesNothing)
{
    const Refusal refusal =
        refused("sku,name,kind,category,unit,reorder_point,pack_size,imprinted\n"
                "MUG-01,Mug,contents,mugs,each,,,\n"
                "MUG 02,Mug,contents,mugs,each,,,\n"
                "MUG-03,,contents,mugs,each,,,\n"
                "MUG-04,Mug,mug,mugs,each,,,\n"
                "MUG-05,Mug,contents,mugs,each,few,,yes\n"
                "MUG-06,Mug,contents,mugs,each,,0,\n"
                "MUG-07,Mug,contents,mugs,each,-1,,\n"
                "MUG-08,Mug,contents\n"
                "MUG-01,Cup,contents,mugs,each,,,\n");
    EXPECT_EQ(refusal.sentence(),
              "items.csv has 8 bad rows. Nothing was imported. Fix the file and import again.");
    EXPECT_EQ(refusal.places(),
              (std::vector<std::string>{
                  "items.csv:3: sku: \"MUG 02\" is not valid for the SKU. Use 1 to 64 letters, "
                  "digits, or . _ / - and begin with a letter or digit.",
                  "items.csv:4: name: Enter the item's name. It cannot be empty.",
                  "items.csv:5: kind: \"mug\" is not a kind of item. Use contents or packaging.",
                  "items.csv:6: reorder_point: \"few\" is not a whole number.",
                  "items.csv:6: imprinted: \"yes\" is not valid. Enter 1 or 0, or leave it empty.",
                  "items.csv:7: pack_size: 0 is not valid for the pack size. Enter a whole number "
                  "from 1 to 1000000000.",
                  "items.csv:8: reorder_point: -1 is not valid for the reorder point. Enter a "
                  "whole number from 0 to 1000000000.",
                  "items.csv:9: row: The row has 3 cells, but the header has 8.",
                  "items.csv:10: sku: Line 2 already has item MUG-01. Keep one."}));
}

TEST_P(ImportItems, RefusesAnItemThatIsTwiceInTheFile)
{
    const std::string file = kHead + "MUG-01,Mug,contents,mugs,each\n";
    for (int round = 0; round < 2; ++round) {
        EXPECT_EQ(refused(file + "MUG-01,Mug,contents,mugs,each\n").places(),
                  (std::vector<std::string>{
                      "items.csv:3: sku: Line 2 already has item MUG-01. Keep one."}));
        importItems(file);
    }
}

TEST_P(ImportItems, ShowsEveryDifferingValue)
{
    importItems("sku,name,kind,category,unit,size,barcode,supplier,reorder_point,par_level,"
                "pack_size,lead_time_days,imprinted\n"
                "MUG-01,Mug,contents,mugs,each,L,200,Harbor,5,12,6,14,1\n");
    EXPECT_EQ(
        refused("sku,name,kind,category,unit,size,barcode,supplier,reorder_point,par_level,"
                "pack_size,lead_time_days,imprinted\nMUG-01,Cup,packaging,cups,box,,,,,,,,\n")
            .places(),
        (std::vector<std::string>{
            "items.csv:2: sku: Item MUG-01 is already in the catalog with other values: name "
            "\"Mug\" "
            "there, \"Cup\" here, kind \"contents\" there, \"packaging\" here, category "
            "\"mugs\" there, \"cups\" here, unit \"each\" there, \"box\" here, size \"L\" "
            "there, \"\" here, barcode \"200\" there, \"\" here, supplier \"Harbor\" there, "
            "\"\" here, reorder point \"5\" there, \"\" here, par level \"12\" there, \"\" "
            "here, pack size \"6\" there, \"1\" here, lead time days \"14\" there, \"\" here, "
            "imprinted \"yes\" there, \"no\" here."}));
}

TEST_P(ImportItems, IsRefusedForColumnsThatAreUnknownMissingOrThereTwice)
{
    EXPECT_EQ(
        refused("sku,name,name,colour,category,unit\nMUG-01,Mug,Mug,red,mugs,each\n").places(),
        (std::vector<std::string>{
            "items.csv:1: \"name\": The column appears twice. Keep one.",
            "items.csv:1: \"colour\": Giftbox does not know this column. Remove it, or add it to "
            "the columns to ignore.",
            "items.csv:1: kind: The column is missing from the header line. Add it."}));
    EXPECT_EQ(
        refused("").places(),
        (std::vector<std::string>{
            "items.csv:1: header: The file is empty. The first line must have the column names."}));
}

TEST_P(ImportItems, LeavesOutAColumnThatItIsToldToIgnore)
{
    std::istringstream in("sku,colour,name,kind,category,unit\nMUG-01,red,Mug,contents,,\n");
    const auto summary = write([&](auto& tx) {
        return exchange::importItems(
            tx, {.in = in, .fileName = "items.csv", .ignored = {"colour"}, .progress = {}});
    });
    EXPECT_EQ(summary.added, 1);
    EXPECT_EQ(all().front().name, "Mug");
}

TEST_P(ImportItems, TakesTheSpreadsheetGuardOffTextAndNotOffCodes)
{
    importItems(kHead + "MUG-01,'=Mug,contents,''+x,'each\n");
    EXPECT_EQ(all().front().name, "=Mug");
    EXPECT_EQ(all().front().category, "'+x");
    EXPECT_EQ(all().front().unit, "'each");
    EXPECT_EQ(refused(kHead + "'MUG-02,Mug,contents,,\n").places().size(), 1U);
}

TEST_P(ImportItems, OfAHeaderAloneAddsNothing)
{
    EXPECT_EQ(importItems(kHead), exchange::ImportSummary{});
}

TEST_P(ImportItems, RehearsedSaysWhatWouldHappenAndWritesNothing)
{
    const std::string before = allRows();
    std::istringstream in(kHead + "MUG-01,Mug,contents,,\n");
    const auto summary = books::dryRun(database(), store(), actor(), [&](auto& tx) {
        return exchange::importItems(
            tx, {.in = in, .fileName = "items.csv", .ignored = {}, .progress = {}});
    });
    EXPECT_EQ(summary, (exchange::ImportSummary{.added = 1, .unchanged = 0}));
    EXPECT_EQ(allRows(), before);
}

} // namespace
} // namespace giftbox::tests::import_items_test
