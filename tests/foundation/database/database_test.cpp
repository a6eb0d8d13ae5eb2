#include "foundation/database/database.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::database_test {
namespace {

using foundation::Bind;
using foundation::DatabaseError;

class DatabaseStatements : public StoreFixture {
protected:
    /// The file that the error of `work` names; empty when there is none.
    static std::string failingFile(const std::function<void()>& work)
    {
        try {
            work();
            return "";
        } catch (const DatabaseError& error) {
            return error.sqlFile();
        }
    }
    /// Breaks a primary key: the same words of an item twice.
    static void keepWordsTwice(const books::WriteTransaction& tx)
    {
        for (int i = 0; i < 2; ++i) {
            tx.database().execute("inventory/insert_item_history", {{"store_id", tx.storeId()},
                                                                    {"item_no", 77},
                                                                    {"until_event", 1},
                                                                    {"name", "x"},
                                                                    {"category", ""},
                                                                    {"reorder_point", {}},
                                                                    {"par_level", {}}});
        }
    }
    std::vector<std::string> names()
    {
        return raw().column("SELECT name FROM recipient WHERE store_id = " + storeId() +
                            " ORDER BY recipient_no");
    }
};
GIFTBOX_ON_BOTH_ENGINES(DatabaseStatements);

TEST_P(DatabaseStatements, RefuseABindThatIsMisspeltMissingOrTooMany)
{
    const std::string file = "books/store_id";
    EXPECT_EQ(failingFile([&] { (void)database().query(file, {{"kode", "x"}}); }), file);
    EXPECT_EQ(failingFile([&] { (void)database().query(file, {}); }), file);
    EXPECT_EQ(failingFile([&] { (void)database().query(file, {{"code", "x"}, {"b", 1}}); }), file);
    EXPECT_EQ(failingFile([&] { (void)database().query(file, {{"code", "x"}}); }), "");
}

TEST_P(DatabaseStatements, RefuseAFileThatIsNotThere)
{
    EXPECT_EQ(failingFile([&] { (void)database().query("books/no_such", {}); }), "books/no_such");
}

TEST_P(DatabaseStatements, ThatFailAreNamedAndNothingIsKept)
{
    const std::string before = allRows();
    EXPECT_EQ(failingFile([&] {
                  write([](auto& tx) {
                      inventory::insertItem(tx, {.sku = "MUG-01", .name = "Mug"});
                      keepWordsTwice(tx);
                      tx.record("item.edit", "item 77", "{}");
                      return 0;
                  });
              }),
              "inventory/insert_item_history");
    EXPECT_EQ(allRows(), before);
}

TEST_P(DatabaseStatements, WorkOnAfterOneHasFailed)
{
    item("MUG-01");
    for (int i = 0; i < 3; ++i) {
        EXPECT_THROW(write([](auto& tx) { return keepWordsTwice(tx), 0; }), DatabaseError);
        edit("MUG-01", {{"name", "Mug " + std::to_string(i)}});
        stock("MUG-01", 1, "1.00", "2026-03-01");
    }
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{3, "3.00"}));
}

TEST_P(DatabaseStatements, UsedFirstInWhatIsRolledBackWorkLater)
{
    recipient("C-1");
    const std::string before = allRows();
    const auto receiveOne = [](auto& tx) {
        purchasing::receiveStock(
            tx, {.sku = "MUG-01", .units = 1, .cost = {100}, .receivedOn = day("2026-03-01")});
        return 0;
    };
    item("MUG-01");
    books::dryRun(database(), store(), actor(), receiveOne);
    books::dryRun(database(), store(), actor(), receiveOne);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{0, "0.00"}));
    write(receiveOne);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{1, "1.00"}));
    EXPECT_NE(allRows(), before);
}

TEST_P(DatabaseStatements, KeepTextAsItIs)
{
    const std::vector<std::string> texts = {"it's",
                                            "''",
                                            "a\\b",
                                            "\\'",
                                            "\\",
                                            "\"quoted\"",
                                            "{1,2}",
                                            "NULL",
                                            "null",
                                            "$1 :name ? %s",
                                            "a;b",
                                            "-- no comment",
                                            "/* none */",
                                            "'; DROP TABLE item; --",
                                            "E'\\n'",
                                            " blanks ",
                                            "tab\there",
                                            "two\nlines\r\n",
                                            "\x01\x7f",
                                            "ünïcödé 船 \xF0\x9F\x8E\x81",
                                            std::string(1000, '\'')};
    std::string items = "sku,name,kind,category,unit\n";
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string number = std::to_string(i);
        write([&](auto& tx) {
            return gifting::addRecipient(tx, {.code = "C-" + number, .name = texts[i]}), 0;
        });
        add({.sku = "SKU-" + std::string(2 - number.size(), '0') + number, .name = texts[i]});
    }
    EXPECT_EQ(names(), texts);
    EXPECT_EQ(
        raw().column("SELECT name FROM item WHERE store_id = " + storeId() + " ORDER BY item_no"),
        texts);
    std::vector<std::string> read;
    this->read([&](const auto& tx) {
        inventory::listItems(tx, [&](const auto& one) { read.push_back(one.item.name); });
        return 0;
    });
    EXPECT_EQ(read, texts);
}

TEST_P(DatabaseStatements, KeepTheUnknownApartFromTheEmptyAndFromZero)
{
    add({.sku = "A", .name = "x"});
    add({.sku = "B", .name = "NULL", .reorderPoint = 0});
    EXPECT_EQ(raw().rows("SELECT name, category, reorder_point FROM item WHERE store_id = " +
                         storeId() + " ORDER BY sku"),
              (std::vector<RawDatabase::Cells>{{"x", "", "NULL"}, {"NULL", "", "0"}}));
    const auto levels = read([](const auto& tx) {
        return std::pair(inventory::requireItem(tx, "A").item.reorderPoint,
                         inventory::requireItem(tx, "B").item.reorderPoint);
    });
    EXPECT_EQ(levels.first, std::nullopt);
    EXPECT_EQ(levels.second, 0);
}

/// Whether the connection of a transaction accepts a change.
template <class Transaction>
constexpr bool kMayWrite = requires(const Transaction& tx)
{
    tx.database().execute(std::string_view(), foundation::Binds());
};

TEST_P(DatabaseStatements, AreChangesOnlyForWhoMayWrite)
{
    EXPECT_TRUE(kMayWrite<books::WriteTransaction>);
    EXPECT_FALSE(kMayWrite<books::ReadTransaction>);
}

TEST_P(DatabaseStatements, KeepNothingInAReadTransaction)
{
    const std::string before = allRows();
    try {
        read([&](const auto& tx) {
            // A read transaction cannot write; this is the same connection.
            database().execute("books/insert_request", {{"store_id", tx.storeId()},
                                                        {"request_key", "K-1"},
                                                        {"event_seq", 1},
                                                        {"command", "item add"},
                                                        {"result", ""},
                                                        {"digest", "of it"}});
            database().settle();
            return 0;
        });
    } catch (const DatabaseError& error) {
        EXPECT_EQ(error.nativeCode(), "25006") << "PostgreSQL says so at once";
    }
    EXPECT_EQ(allRows(), before);
    EXPECT_NO_THROW(recipient("C-1"));
}

TEST(OpenDatabase, SaysWhatItCannotOpen)
{
    for (const char* url :
         {"/no/such/folder/store.db", "postgresql://giftbox@/giftbox?host=/no/such/folder"}) {
        try {
            (void)foundation::Database::open(url);
            FAIL() << url;
        } catch (const DatabaseError& error) {
            EXPECT_EQ(error.sqlFile(), "open");
            EXPECT_NE(std::string(error.what()).find("cannot open"), std::string::npos);
        }
    }
}

} // namespace
} // namespace giftbox::tests::database_test
