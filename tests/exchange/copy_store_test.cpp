#include "accounting/verify_books.h"
#include "books/set_store.h"
#include "exchange/copy_store.h"
#include "foundation/database/schema.h"
#include "inventory/set_picture.h"
#include "tests/support/pictures.h"
#include "tests/support/program.h"
#include "tests/support/store_fixture.h"

#include <filesystem>

namespace giftbox::tests::copy_store_test {
namespace {

using books::Ending;
using exchange::ImportedStore;

class CopyStore : public StoreFixture {
protected:
    void SetUp() override
    {
        folder_ = testing::TempDir() + ProgramStore::newStoreCode();
        std::filesystem::create_directory(folder_);
        StoreFixture::SetUp();
    }
    void TearDown() override
    {
        StoreFixture::TearDown();
        std::filesystem::remove_all(folder_);
    }

    std::string file(const std::string& name) const { return folder_ + "/" + name; }
    std::string exported(const std::string& name)
    {
        read([&](const auto& tx) {
            exchange::exportStore(tx, file(name), [](std::int64_t) {});
            return true;
        });
        return file(name);
    }
    ImportedStore import(const std::string& path, Ending ending = Ending::Commit)
    {
        return exchange::importStore(database(), path, ending, [](std::int64_t) {});
    }
    /// Changes the store's code, so that the old code is free again.
    void giveUpCode()
    {
        raw().execute("UPDATE store SET code = '" + ProgramStore::newStoreCode() +
                      "' WHERE code = '" + store() + "'");
    }
    /// Runs the statement on a file from another program.
    void falsify(const std::string& path, const std::string& sql)
    {
        const RawDatabase there(path);
        there.execute("PRAGMA foreign_keys=OFF");
        EXPECT_GT(there.execute(sql), 0) << sql;
    }
    /// The refusal of the import, after which no store has its code.
    Refusal refusedWith(const std::string& code, const std::string& path)
    {
        std::optional<Refusal> refusal;
        try {
            import(path);
        } catch (const Refusal& thrown) {
            refusal = thrown;
        }
        EXPECT_EQ(refusal ? refusal->code() : "(not refused)", code)
            << (refusal ? refusal->sentence() : "");
        EXPECT_EQ(codeOf([&] { books::findStore(database(), store()); }), "store.unknown");
        return refusal.value_or(Refusal("program.failed"));
    }

    /// A store with all kinds of facts: two closed months, boxes in every state, and data that only a store file has.
    void liveThroughTheSpring();
    std::string everything();

private:
    std::string folder_;
};
GIFTBOX_ON_BOTH_ENGINES(CopyStore);

void CopyStore::liveThroughTheSpring()
{
    item("MUG");
    item("HAT");
    packagingItem("BOX");
    recipient("C-1");
    recipient("C-2");
    cap("box.total", "40.00", budget::CapAction::Stop);
    cap("month.program", "90.00", budget::CapAction::Warn, "2026-02");
    stock("MUG", 20, "100.01", "2026-02-01");
    stock("HAT", 9, "45.50", "2026-02-01");
    stock("BOX", 30, "10.00", "2026-02-01");
    packAndGive("C-1", {{"MUG", 3}, {"BOX", 1}}, "2026-02-05");
    const auto late = pack("C-2", {{"HAT", 1}, {"BOX", 1}}, "2026-02-06");
    const auto mistake = pack("C-2", {{"MUG", 2}}, "2026-02-07");
    unpack(mistake, "2026-02-08");
    pack({.recipient = "C-1",
          .lines = {{"MUG", 10}},
          .minutes = 30,
          .packedOn = day("2026-03-02"),
          .override = "ten years with us, \"all\" of them 船"});
    writeOff("MUG", 1, "2026-03-03");
    close("2026-02");
    give(late, "2026-03-05");
    count("HAT", 10, "2026-03-06");
    edit("HAT", {{"name", "'=Hat"}});
    close("2026-03");
    retire("HAT");
    setFrom(books::Setting::LaborRate, 2700, "2026-04");
    setFrom(books::Setting::MinimumGiftInterval, 9, "2026-04");
    write([](auto& tx) { return books::setStore(tx, {.locale = "en-US"}), 0; });
    write([](auto& tx) { return inventory::setPicture(tx, "MUG", png()); });
}

std::string CopyStore::everything()
{
    std::string all = csv([](auto& tx, auto& out) { exchange::exportMovements(tx, {}, out); });
    all += csv([](auto& tx, auto& out) { exchange::exportBoxes(tx, {}, out); });
    all += csv([](auto& tx, auto& out) { exchange::exportBoxLines(tx, {}, out); });
    all += csv([](auto& tx, auto& out) { exchange::exportReceipts(tx, {}, out); });
    all += csv([](auto& tx, auto& out) { exchange::exportItems(tx, out); });
    all += csv([](auto& tx, auto& out) { exchange::exportRecipients(tx, out); });
    all += csv([](auto& tx, auto& out) { exchange::exportStock(tx, {}, out); });
    all += csv([](auto& tx, auto& out) { exchange::exportStock(tx, day("2026-02-28"), out); });
    return all + monthlyReport("2026-01", "2026-06");
}

TEST_P(CopyStore, CopiesEveryTableOfAStore)
{
    const auto copied = exchange::copiedTables();
    std::vector<std::string> names(copied.begin(), copied.end());
    std::ranges::sort(names);
    EXPECT_EQ(names, raw().storeTables());
}

TEST_P(CopyStore, ThereAndBackGivesEveryExportReportAndHashAsBefore)
{
    liveThroughTheSpring();
    const std::string before = everything();
    const std::string first = exported("first.db");
    giveUpCode();
    const ImportedStore imported = import(first);
    EXPECT_EQ(imported.code, store());
    EXPECT_EQ(imported.boxes, 4);
    EXPECT_EQ(read([](const auto& tx) { return tx.store().locale; }), "en-US");
    EXPECT_EQ(read([](const auto& tx) {
                  const auto mug = inventory::requireItem(tx, "MUG").number;
                  return inventory::readPicture(tx, mug)->picture.bytes;
              }),
              png());
    EXPECT_EQ(imported.chainHash,
              raw().column("SELECT chain_hash FROM store_books WHERE store_id = " + storeId())[0]);
    EXPECT_EQ(everything(), before);
    EXPECT_EQ(verify(), std::vector<std::string>{});
    EXPECT_EQ(readFile(exported("second.db")), readFile(first)) << "every row is as it was";
}

TEST_P(CopyStore, AnImportedStoreGoesOnWhereItWas)
{
    liveThroughTheSpring();
    const std::string path = exported("store.db");
    giveUpCode();
    import(path);
    EXPECT_REFUSAL("month.closed", pack("C-1", {{"MUG", 1}}, "2026-03-31"));
    EXPECT_REFUSAL("item.retired", stock("HAT", 1, "5.00", "2026-04-01"));
    const auto box = packAndGive("C-2", {{"MUG", 1}}, "2026-04-02");
    EXPECT_EQ(box.number.value, 5);
    EXPECT_EQ(stock("MUG", 1, "5.00", "2026-04-03").lot.value, 6);
}

TEST_P(CopyStore, TheFileIsADatabaseOfItsOwn)
{
    liveThroughTheSpring();
    foundation::Database there = foundation::Database::open(exported("store.db"));
    EXPECT_EQ(books::listStores(there), std::vector<std::string>{store()});
    books::read(there, store(), [](const auto& tx) {
        EXPECT_EQ(accounting::verifyBooks(tx, [](std::int64_t, std::int64_t) {}),
                  std::vector<std::string>{});
        return true;
    });
}

TEST_P(CopyStore, ImportingLeavesTheFileAsItIs)
{
    liveThroughTheSpring();
    const std::string path = exported("store.db");
    const std::string before = readFile(path);
    giveUpCode();
    import(path);
    EXPECT_EQ(readFile(path), before);
    EXPECT_FALSE(std::filesystem::exists(path + "-wal"));
}

TEST_P(CopyStore, RehearsingKeepsNothing)
{
    liveThroughTheSpring();
    const std::string path = exported("store.db");
    giveUpCode();
    EXPECT_EQ(import(path, Ending::RollBack).boxes, 4);
    EXPECT_EQ(codeOf([&] { books::findStore(database(), store()); }), "store.unknown");
    import(path);
}

TEST_P(CopyStore, AStoreThatIsThereIsRefused)
{
    liveThroughTheSpring();
    const std::string path = exported("store.db");
    EXPECT_REFUSAL("store.exists", import(path));
}

TEST_P(CopyStore, BooksThatDoNotVerifyAreRefusedWithTheFirstDifference)
{
    liveThroughTheSpring();
    const std::string good = exported("store.db");
    giveUpCode();
    booksAreFalsified(); // no facts under this code
    const auto damaged = [&](const std::string& sql) {
        const std::string path = file("damaged.db");
        std::filesystem::copy_file(good, path, std::filesystem::copy_options::overwrite_existing);
        falsify(path, sql);
        return refusedWith("store.damaged", path).sentence();
    };
    EXPECT_NE(
        damaged("UPDATE movement SET cost_minor = cost_minor - 1 WHERE seq = 4").find("movement 4"),
        std::string::npos);
    EXPECT_NE(damaged("UPDATE event SET actor = 'mallory' WHERE event_seq = 2").find("event 2"),
              std::string::npos);
    damaged("UPDATE store SET name = 'Another'");
    damaged("DELETE FROM closed_month");
    damaged("DELETE FROM item WHERE sku = 'HAT'");
    damaged("UPDATE lot SET units = 'many' WHERE lot_no = 1");
}

TEST_P(CopyStore, AFileOfAnotherSchemaIsRefused)
{
    const std::string good = exported("store.db");
    giveUpCode();
    booksAreFalsified();
    const std::string newer = file("newer.db");
    std::filesystem::copy_file(good, newer);
    falsify(newer, "INSERT INTO schema_version VALUES (9999, 'later')");
    refusedWith("schema.newer", newer);
    const std::string older = file("older.db");
    std::filesystem::copy_file(good, older);
    falsify(older, "DELETE FROM schema_version WHERE number > 1");
    refusedWith("schema.older", older);
}

TEST_P(CopyStore, AFileThatIsNotOfOneStoreIsRefused)
{
    const std::string path = exported("store.db");
    giveUpCode();
    booksAreFalsified();
    falsify(path, "INSERT INTO store (store_id, code, name, legal_entity, currency, created_at) "
                  "SELECT 2, 'OTHER', name, legal_entity, currency, created_at FROM store");
    refusedWith("file.not_a_store", path);
    {
        const RawDatabase other(file("other.db"));
        other.execute("CREATE TABLE pets (name text)");
    }
    refusedWith("file.not_a_store", file("other.db"));
}

} // namespace
} // namespace giftbox::tests::copy_store_test
