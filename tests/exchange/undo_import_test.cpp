#include "exchange/import_items.h"
#include "exchange/import_receipts.h"
#include "exchange/undo_import.h"
#include "gifting/anonymize_recipient.h"
#include "gifting/counting/start_count.h"
#include "gifting/edit_recipient.h"
#include "gifting/plan_box.h"
#include "gifting/selection/nominate_recipient.h"
#include "gifting/set_recipe.h"
#include "inventory/set_picture.h"
#include "purchasing/reverse_receipt.h"
#include "tests/support/journals.h"
#include "tests/support/pictures.h"

#include <sstream>

namespace giftbox::tests::undo_import_test {
namespace {

using exchange::Changes;
using exchange::UndoneImport;
using foundation::PeopleSeen;

class UndoImport : public JournalFixture {
protected:
    template <class Importer>
    void import(Importer importer, const std::string& file, Changes changes = Changes::Add,
                const std::string& name = "/srv/in/today.csv")
    {
        std::istringstream in(file);
        write([&](auto& tx) {
            return importer(
                tx,
                exchange::ImportSource{
                    .in = in, .fileName = name, .ignored = {}, .progress = {}, .changes = changes});
        });
    }
    void items(const std::string& rows, Changes changes = Changes::Add)
    {
        import(exchange::importItems, "sku,name,kind,category,reorder_point\n" + rows, changes);
    }
    void recipients(const std::string& rows, Changes changes = Changes::Add)
    {
        import(exchange::importRecipients, "recipient,name,group,note,do_not_gift\n" + rows,
               changes);
    }
    void receipts(const std::string& rows)
    {
        import(exchange::importReceipts,
               "received_on,sku,units,total_cost,reference,supplier\n" + rows);
    }
    UndoneImport undo(std::int64_t number, const std::string& reason = "wrong file",
                      PeopleSeen sees = PeopleSeen::Name)
    {
        return write([&](auto& tx) {
            return exchange::undoImport(tx, {.number = number, .reason = reason, .sees = sees});
        });
    }
    std::vector<exchange::ImportBatch> imports()
    {
        return read([](const auto& tx) { return exchange::listImports(tx, {}, 100); });
    }
    inventory::Item itemNow(const std::string& sku)
    {
        return read([&](const auto& tx) { return inventory::requireItem(tx, sku).item; });
    }
    gifting::Recipient recipientNow(const std::string& code)
    {
        return read([&](const auto& tx) { return gifting::requireRecipient(tx, code).recipient; });
    }
    std::string itemsFile()
    {
        return csv([](const auto& tx, auto& out) { exchange::exportItems(tx, out); });
    }
    std::string recipientsFile()
    {
        return csv([](const auto& tx, auto& out) { exchange::exportRecipients(tx, out); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(UndoImport);

TEST_P(UndoImport, TakesAwayTheItemsThatItAdded)
{
    item("KEY");
    const std::string before = itemsFile();
    items("HAT,Hat,contents,hats,3\nMUG,Mug,contents,mugs,\nBOX,Carton,packaging,,\n");
    const UndoneImport done = undo(1);
    EXPECT_EQ(done.removed, 3);
    EXPECT_EQ(done.restored, 0);
    EXPECT_EQ(done.reversed, 0);
    EXPECT_EQ(itemsFile(), before);
    EXPECT_EQ(verify(), std::vector<std::string>{});

    items("HAT,Cap,contents,hats,\n"); // the SKU is free, in any capitals
    EXPECT_REFUSAL("item.exists", item("hat"));
    edit("HAT", {{"name", "Cap, red"}});
    stock("HAT", 2, "4.00", "2026-03-01");
    EXPECT_EQ(itemNow("HAT").name, "Cap, red");
    EXPECT_EQ(
        raw().column("SELECT item_no FROM item WHERE store_id = " + storeId() + " AND sku = 'HAT'"),
        std::vector<std::string>{"5"})
        << "the numbers of what was taken away stay used";
}

TEST_P(UndoImport, TakesAwayThePicturesOfItsItemsAndNoOthers)
{
    item("KEY");
    items("HAT,Hat,contents,hats,3\nMUG,Mug,contents,mugs,\n");
    for (const char* sku : {"HAT", "KEY"}) {
        write([&](auto& tx) { return inventory::setPicture(tx, sku, png()), 0; });
    }
    EXPECT_EQ(undo(1).removed, 2);
    const auto pictures = read([](const auto& tx) { return inventory::listPictures(tx); });
    ASSERT_EQ(pictures.size(), 1U);
    EXPECT_EQ(pictures.begin()->first, "KEY");
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(UndoImport, GivesChangedItemsTheirEarlierValues)
{
    items("HAT,Hat,contents,hats,3\nMUG,Mug,contents,mugs,\n");
    retire("MUG");
    stock("HAT", 2, "4.00", "2026-03-01");
    close("2026-03"); // shows HAT, which stays
    const std::string before = itemsFile();
    items("HAT,Cap,contents,caps,\nMUG,Cup,contents,mugs,7\nPEN,Pen,contents,pens,\n",
          Changes::Both);
    const UndoneImport done = undo(2);
    EXPECT_EQ(done.removed, 1);
    EXPECT_EQ(done.restored, 2);
    EXPECT_EQ(itemsFile(), before);
    EXPECT_EQ(itemNow("HAT").reorderPoint, 3);
    EXPECT_TRUE(itemNow("MUG").retired) << "as it was";
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(UndoImport, IsUndoneAgainAndAgainInTheOppositeOrder)
{
    const std::string before = itemsFile();
    items("HAT,Hat,contents,hats,3\nMUG,Mug,contents,mugs,\n");
    const std::string first = itemsFile();
    items("HAT,Cap,contents,hats,3\n", Changes::UpdateOnly);
    const Refusal refusal = EXPECT_REFUSAL("import.in_use", undo(1));
    EXPECT_EQ(refusal.sentence(),
              "Import 1 cannot be undone: 1 of its 2 items stands in the way: Cap HAT (changed "
              "since). Nothing was undone. Undo what was done with them, or correct them one by "
              "one.");
    undo(2);
    EXPECT_EQ(itemsFile(), first);
    undo(1);
    EXPECT_EQ(itemsFile(), before);
    items("HAT,Hat,contents,hats,3\n");
    items("HAT,Cap,contents,hats,3\n", Changes::UpdateOnly);
    undo(4);
    undo(3);
    EXPECT_EQ(itemsFile(), before);
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(UndoImport, IsRefusedWhileItsItemsAreInUse)
{
    items("HAT,Hat,contents,hats,\nMUG,Mug,contents,mugs,\nPEN,Pen,contents,pens,\n"
          "KEY,Key,contents,keys,\n");
    stock("HAT", 2, "4.00", "2026-03-01");
    write([](auto& tx) {
        return gifting::setRecipe(tx, {.name = "classic", .items = {{"PEN", 1}}});
    });
    edit("KEY", {{"name", "Key ring"}});
    const Refusal refusal = EXPECT_REFUSAL("import.in_use", undo(1));
    EXPECT_EQ(refusal.sentence(),
              "Import 1 cannot be undone: 3 of its 4 items stand in the way: Hat HAT (in use), Pen "
              "PEN (in use), Key ring KEY (changed since). Nothing was undone. Undo what was done "
              "with them, or correct them one by one.");
    edit("KEY", {{"name", "Key"}}); // as it came
    EXPECT_NE(EXPECT_REFUSAL("import.in_use", undo(1)).sentence().find("2 of its 4"),
              std::string::npos);
}

TEST_P(UndoImport, IsRefusedWhereAClosedMonthShowsItsItems)
{
    item("KEY");
    stock("KEY", 2, "4.00", "2026-03-01");
    items("HAT,Hat,contents,hats,\nMUG,Mug,contents,mugs,\n");
    close("2026-03");
    const Refusal refusal = EXPECT_REFUSAL("import.in_closed_month", undo(1));
    EXPECT_EQ(refusal.sentence(),
              "Import 1 cannot be undone: it added 2 items, which the stock of the closed month "
              "2026-03 lists. Retire them instead.");
}

TEST_P(UndoImport, OfChangesIsRefusedWhenAnyWasChangedSince)
{
    items("HAT,Hat,contents,hats,3\nMUG,Mug,contents,mugs,\n");
    items("HAT,Cap,contents,hats,4\nMUG,Cup,contents,mugs,\n", Changes::UpdateOnly);
    edit("MUG", {{"category", "glasses"}});
    const Refusal refusal = EXPECT_REFUSAL("import.in_use", undo(2));
    EXPECT_NE(
        refusal.sentence().find("1 of its 2 items stands in the way: Cup MUG (changed since)"),
        std::string::npos);
    EXPECT_EQ(itemNow("HAT").name, "Cap") << "nothing of it is undone";
}

TEST_P(UndoImport, TakesAwayTheRecipientsThatItAddedAndRestoresOthers)
{
    recipients("C-1,Ana,,likes blue,0\n");
    const std::string before = recipientsFile();
    recipients("C-1,Anna,fleet,,1\nC-2,Bo,,,0\nC-3,Di,,secret words,1\n", Changes::Both);
    const UndoneImport done = undo(2);
    EXPECT_EQ(done.removed, 2);
    EXPECT_EQ(done.restored, 1);
    EXPECT_EQ(recipientsFile(), before);
    EXPECT_EQ(recipientNow("C-1").note, "likes blue");
    EXPECT_EQ(allRows().find("secret words"), std::string::npos);
    EXPECT_EQ(verify(), std::vector<std::string>{});

    recipient("C-2"); // the code is free
    write([](auto& tx) { return gifting::editRecipient(tx, "C-2", {{"do_not_gift", "yes"}}); });
    EXPECT_EQ(verify(), std::vector<std::string>{});
    undo(1 + (EXPECT_REFUSAL("import.undone", undo(2)), 0));
    EXPECT_EQ(raw().column("SELECT code FROM recipient WHERE store_id = " + storeId()),
              std::vector<std::string>{"C-2"});
}

TEST_P(UndoImport, IsRefusedWhileItsRecipientsAreInUse)
{
    recipients("C-1,Ana,,,0\nC-2,Bo,,,0\nC-3,Di,,,0\n");
    write([](auto& tx) {
        return gifting::nominateRecipient(tx, {.recipient = "C-1",
                                               .month = month("2026-07"),
                                               .adviser = "Cy",
                                               .department = "service",
                                               .reason = "cake"});
    });
    write([](auto& tx) { return gifting::editRecipient(tx, "C-3", {{"name", "Dina"}}); });
    const auto told = [&](PeopleSeen sees) {
        return EXPECT_REFUSAL("import.in_use", undo(1, "wrong", sees)).sentence().substr(0, 140);
    };
    EXPECT_NE(told(PeopleSeen::Name).find("Ana C-1 (in use), Dina C-3 (changed since)"),
              std::string::npos);
    EXPECT_NE(told(PeopleSeen::Code).find(": C-1 (in use), C-3 (changed since)"),
              std::string::npos);
    EXPECT_NE(told(PeopleSeen::Nothing).find(": recipient 1 (in use), recipient 3 (changed since)"),
              std::string::npos);
}

TEST_P(UndoImport, KeepsNothingOfWhoIsAnonymized)
{
    recipients("C-1,Ana,,likes blue,0\n");
    recipients("C-1,Anna,,likes red,0\n", Changes::UpdateOnly);
    EXPECT_NE(allRows().find("likes blue"), std::string::npos);
    write([](auto& tx) { return gifting::anonymizeRecipient(tx, "C-1", "asked for it"); });
    EXPECT_EQ(allRows().find("likes blue"), std::string::npos);
    EXPECT_REFUSAL("import.in_use", undo(1));
    EXPECT_EQ(undo(2).restored, 0) << "there is nothing left to restore";
}

TEST_P(UndoImport, ReversesItsReceipts)
{
    item("HAT");
    item("MUG");
    stock("HAT", 2, "4.00", "2026-02-01");
    receipts("2026-03-01,HAT,5,10.00,INV-1,Works\n2026-03-02,MUG,3,9.00,INV-1,Works\n"
             "2026-04-02,HAT,1,2.50,INV-2,Works\n");
    write([](auto& tx) { return purchasing::reverseReceipt(tx, books::LotNo{3}, "no mugs"); });
    close("2026-02");
    close("2026-03");
    const UndoneImport done = undo(1);
    EXPECT_EQ(done.reversed, 2) << "one was reversed before";
    EXPECT_EQ(onShelf("HAT"), (OnShelf{2, "4.00"}));
    EXPECT_EQ(onShelf("MUG"), (OnShelf{0, "0.00"}));
    EXPECT_EQ(total("2026-04").of(books::MonthFigure::Restock), money("-10.00"));
    receipts("2026-04-01,HAT,5,10.00,INV-1,Works\n2026-04-02,HAT,1,2.50,INV-2,Works\n");
    EXPECT_EQ(onShelf("HAT"), (OnShelf{8, "16.50"}));

    const Journals before = journals();
    openStore("USD", "30.00", 0);
    importJournals(before);
    EXPECT_EQ(journals(), before);
}

TEST_P(UndoImport, IsRefusedWhileUnitsOfItsReceiptsAreUsedOrReserved)
{
    item("HAT");
    item("MUG");
    recipient("C-1");
    receipts("2026-03-01,HAT,5,10.00,INV-1,\n2026-03-01,MUG,3,9.00,INV-1,\n"
             "2026-03-01,HAT,2,4.00,INV-2,\n");
    pack("C-1", {{"HAT", 1}}, "2026-03-05");
    write([](auto& tx) {
        return gifting::planBox(
            tx, {.recipient = "C-1", .lines = {{"MUG", 1}}, .month = month("2026-06")});
    });
    const Refusal refusal = EXPECT_REFUSAL("import.in_use", undo(1));
    EXPECT_EQ(refusal.sentence(),
              "Import 1 cannot be undone: 2 of its 3 receipts stand in the way: INV-1 for HAT (in "
              "use), INV-1 for MUG (reserved for planned boxes). Nothing was undone. Undo what was "
              "done with them, or correct them one by one.");
}

TEST_P(UndoImport, IsOfAnImportThatDidSomethingAndHasANumber)
{
    items("HAT,Hat,contents,hats,3\n");
    items("HAT,Hat,contents,hats,3\n"); // nothing new
    receipts("2026-03-01,HAT,5,10.00,INV-1,\n");
    const auto all = imports();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].number, 2);
    EXPECT_EQ(all[0].kind, "receipts");
    EXPECT_EQ(all[1].fileName, "today.csv");
    EXPECT_EQ(all[1].actor, "ann");
    EXPECT_EQ(all[1].added, 1);
    EXPECT_REFUSAL("import.no_batch", undo(0));
    EXPECT_REFUSAL("import.no_batch", undo(3));
    EXPECT_REFUSAL("text.missing", undo(2, ""));
    undo(2);
    EXPECT_REFUSAL("import.undone", undo(2));
    EXPECT_REFUSAL("import.in_use", undo(1)); // a receipt names the item, also when it is reversed
}

TEST_P(UndoImport, IsRefusedForItemsOfACountAndThoseThatWereCounted)
{
    importItems("sku,name,kind\nCUP-01,Cup,contents\nCUP-02,Cup,contents\n");
    count("CUP-01", 0, "2026-06-10");
    EXPECT_REFUSAL("import.in_use", undo(1));
    importItems("sku,name,kind,bin\nCUP-03,Cup,contents,Z-9\n");
    write(
        [](auto& tx) { return gifting::startCount(tx, {.on = day("2026-06-10"), .bin = "Z-9"}); });
    EXPECT_REFUSAL("import.in_use", undo(2));
}

} // namespace
} // namespace giftbox::tests::undo_import_test
