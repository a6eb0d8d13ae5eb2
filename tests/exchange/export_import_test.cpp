#include "gifting/edit_recipient.h"
#include "tests/support/store_fixture.h"

#include <array>

namespace giftbox::tests::export_import_test {
namespace {

/// The files for import, and the exports they must reproduce.
struct Files {
    std::string items;
    std::string recipients;
    std::string receipts;
    std::string boxLines;
    std::string boxes;
    std::string stock;
    std::string report;

    bool operator==(const Files&) const = default;
};

void PrintTo(const Files& files, std::ostream* out)
{
    for (const std::string* file : {&files.items, &files.recipients, &files.receipts,
                                    &files.boxLines, &files.boxes, &files.stock, &files.report}) {
        *out << *file << "\n";
    }
}

class ExportThenImport : public StoreFixture {
protected:
    Files files()
    {
        Files all;
        all.items = csv([](const auto& tx, auto& out) { exchange::exportItems(tx, out); });
        all.recipients =
            csv([](const auto& tx, auto& out) { exchange::exportRecipients(tx, out); });
        all.receipts =
            csv([](const auto& tx, auto& out) { exchange::exportReceipts(tx, {}, out); });
        all.boxLines =
            csv([](const auto& tx, auto& out) { exchange::exportBoxLines(tx, {}, out); });
        all.boxes = csv([](const auto& tx, auto& out) { exchange::exportBoxes(tx, {}, out); });
        all.stock = csv([](const auto& tx, auto& out) { exchange::exportStock(tx, {}, out); });
        all.report = monthlyReport("2026-01", "2026-06");
        return all;
    }
    void importAll(const Files& files)
    {
        importItems(files.items);
        importRecipients(files.recipients);
        importReceipts(files.receipts);
        importBoxes(files.boxLines);
    }
};
GIFTBOX_ON_BOTH_ENGINES(ExportThenImport);

TEST_P(ExportThenImport, IntoAFreshStoreGivesTheSameFilesAndTheSameReport)
{
    openStore("USD", "19.90", 12);
    add({.sku = "MUG-01",
         .name = "=Mug, \"blue\"\nnew line",
         .category = "'mugs",
         .unit = "each",
         .size = "L",
         .barcode = "'@2000",
         .supplier = "Harbor ünïcödé 船",
         .reorderPoint = 0,
         .parLevel = 12,
         .packSize = 6,
         .leadTimeDays = 14,
         .imprinted = true,
         .weight = 350});
    item("HAT-01");
    packagingItem("CARTON");
    recipient("C-1");
    write([](auto& tx) {
        return gifting::addRecipient(tx, {.code = "F-1",
                                          .name = "-Fleet",
                                          .group = "+x",
                                          .kind = gifting::RecipientKind::Business,
                                          .note = "''=",
                                          .household = "=the fleet",
                                          .sizes = {{"+hat", "-1"}, {"shirt", "XL"}},
                                          .preferences = {"@golf", "hat"}}),
               0;
    });
    importReceipts("received_on,sku,units,total_cost,reference,supplier,source\n"
                   "2026-02-01,MUG-01,7,33.34,'=PO 1,Harbor,purchase\n"
                   "2026-02-03,MUG-01,5,10.01,PO-2,,parts_transfer\n"
                   "2026-02-01,HAT-01,9,20.00,PO-2,,purchase\n"
                   "2026-02-01,CARTON,30,10.00,PO-2,,purchase\n");
    importReceipts("received_on,sku,units,total_cost,reference,supplier,line\n"
                   "2026-02-04,HAT-01,4,8.00,PO-2,Harbor,\n"
                   "2026-02-04,HAT-01,4,8.00,PO-2,Harbor,2\n");
    importBoxes("box,recipient,packed_on,given_on,sku,units,labor_minutes\n"
                "'@B 1,C-1,2026-02-05,2026-02-05,MUG-01,8,7\n"
                "'@B 1,C-1,2026-02-05,2026-02-05,CARTON,1,7\n"
                "B-2,F-1,2026-02-27,2026-03-02,HAT-01,2,0\n"
                "B-3,C-1,2026-03-05,,MUG-01,1,\n"
                "B-3,C-1,2026-03-05,,HAT-01,3,\n");
    write([](auto& tx) {
        gifting::editRecipient(tx, "C-1",
                               {{"do_not_gift", "yes"}}); // after boxes were given to them
        return 0;
    });
    const Files before = files();
    openStore("USD", "19.90", 12);
    importAll(before);
    EXPECT_EQ(files(), before);
    EXPECT_NO_THROW(importAll(before)) << "once more changes nothing";
    EXPECT_EQ(files(), before);
}

TEST_P(ExportThenImport, OfBoxesWithoutAReferenceKeepsEverythingButThat)
{
    item("MUG-01");
    recipient("C-1");
    stock("MUG-01", 7, "33.34", "2026-02-01");
    packAndGive("C-1", {{"MUG-01", 2}}, "2026-02-05");
    pack("C-1", {{"MUG-01", 1}}, "2026-02-06");
    Files before = files();
    openStore("USD", "30.00", 0);
    importAll(before);
    Files after = files();
    EXPECT_NE(after.boxes, before.boxes) << "the reference is there now";
    after.boxes = before.boxes;
    EXPECT_EQ(after, before);
}

} // namespace
} // namespace giftbox::tests::export_import_test
