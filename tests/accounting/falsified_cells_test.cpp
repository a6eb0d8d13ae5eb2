#include "books/set_store.h"
#include "exchange/undo_import.h"
#include "gifting/anonymize_recipient.h"
#include "gifting/edit_recipient.h"
#include "gifting/reverse_adjustment.h"
#include "gifting/selection/confirm_recipient.h"
#include "gifting/set_recipe.h"
#include "gifting/take_back_box.h"
#include "purchasing/correct_receipt.h"
#include "purchasing/reverse_receipt.h"
#include "tests/accounting/caps_story.h"
#include "tests/accounting/count_story.h"
#include "tests/accounting/delivered_story.h"
#include "tests/accounting/journal_story.h"
#include "tests/accounting/left_out_of_facts.h"
#include "tests/accounting/note_story.h"
#include "tests/accounting/purchasing_story.h"

#include "foundation/database/database.h"
#include "foundation/fold.h"

#include <algorithm>
#include <map>
#include <set>

namespace giftbox::tests::falsified_cells_test {
namespace {

using budget::CapAction;

/// Books with rows of every kind in every table, in closed and open months; the test changes one cell at a time.
class FalsifiedCells : public PurchasingStory {
protected:
    void prepare() override
    {
        openStore("USD", "30.00", 12);
        tellTheStory();
        tellOfTheProgram();
        tellOfTheJournal(month("2026-05"),
                         [&](const auto& work) { write([&](auto& tx) { return work(tx), 0; }); });
        ASSERT_EQ(verify(), std::vector<std::string>{});
        booksAreFalsified();
        putChecksAside();
    }
    bool needsOwnDatabase() const override { return true; }
    bool isSqlite() const { return GetParam() == Engine::Sqlite; }

    void putChecksAside()
    {
        if (isSqlite()) {
            raw().execute("PRAGMA ignore_check_constraints = ON");
            raw().execute("PRAGMA foreign_keys = OFF");
            return;
        }
        for (const auto& row :
             raw().rows("SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype "
                        "IN ('c', 'f') AND connamespace = current_schema()::regnamespace "
                        "ORDER BY contype DESC")) {
            raw().execute("ALTER TABLE " + row[0] + " DROP CONSTRAINT " + row[1]);
        }
    }

    void tellTheStory()
    {
        item("MUG-01");
        item("HAT-01");
        packagingItem("CARTON");
        edit(
            "HAT-01",
            {{"name", "Hat"}, {"reorder_point", "2"}, {"par_level", "5"}, {"lead_time_days", "7"}});
        edit("HAT-01", {{"name", "Cap"}, {"reorder_point", "3"}});
        recipient("C-1");
        recipient("C-2");
        cap("month.program", "90.00", CapAction::Stop, "2026-03");
        cap("box.total", "500.00", CapAction::Warn, "2026-03");
        tellOfRollingCap(month("2026-03"), [&](const auto& work) { write(work); });
        stock("MUG-01", 3, "10.00", "2026-03-01");
        stock("MUG-01", 9, "31.00", "2026-03-02");
        stock("HAT-01", 4, "20.00", "2026-03-03");
        stock("CARTON", 20, "10.00", "2026-03-01");
        packAndGive("C-1", {{"MUG-01", 4}, {"CARTON", 1}}, "2026-03-05");
        packAndGive("C-1", {{"HAT-01", 1}, {"CARTON", 1}}, "2026-03-06");
        const auto carried = pack("C-2", {{"MUG-01", 1}, {"HAT-01", 1}}, "2026-03-07");
        const auto undone = pack("C-2", {{"MUG-01", 2}, {"CARTON", 2}}, "2026-03-08");
        pack("C-2", {{"CARTON", 1}}, "2026-03-08");
        unpack(undone, "2026-03-09");
        const auto off = writeOff("MUG-01", 1, "2026-03-10");
        write([&](auto& tx) { return gifting::reverseWriteOff(tx, *off.movement, "found"); });
        count("CARTON", 18, "2026-03-10", "1.00");
        count("HAT-01", 1, "2026-03-10");
        close("2026-03");
        cap("month.program", "1.00", CapAction::Stop, "2026-04");
        setFrom(books::Setting::LaborRate, 3200, "2026-04", "wages");
        setFrom(books::Setting::LaborMinutes, 14, "2026-05", "practice");
        write([&](auto& tx) {
            books::setStore(tx, {.dated = {{books::Setting::LaborRate, 3300},
                                           {books::Setting::MinimumGiftInterval, 4}},
                                 .from = month("2026-06"),
                                 .reason = "agreed"});
            return 0;
        });
        give(carried, "2026-04-02", "promised");
        pack({.recipient = "C-2",
              .lines = {{"MUG-01", 1}},
              .packedOn = day("2026-04-02"),
              .override = "a wedding"});
        close("2026-04");
        tellOfReopening(month("2026-04"), [&](const auto& work) { write(work); });
        edit("CARTON", {{"bin", "C-3"}});
        tellOfCounts([&](const auto& work) { write(work); });
        stock("HAT-01", 4, "21.00", "2026-05-03");
        cap("month.program", "80.00", CapAction::Stop, "2026-06");
        const gifting::PlanRequest hats{
            .recipient = "C-2", .lines = {{"HAT-01", 1}}, .month = month("2026-06")};
        for (const char* fate : {"waits", "cancelled", "packed"}) {
            const auto plan = write([&](auto& tx) { return gifting::planBox(tx, hats); });
            if (fate == std::string("cancelled")) {
                write([&](auto& tx) { return gifting::cancelBox(tx, plan.number, "no time"); });
            } else if (fate == std::string("packed")) {
                write([&](auto& tx) {
                    return gifting::packPlannedBox(
                        tx, {.number = plan.number, .packedOn = day("2026-06-02")});
                });
            }
        }
    }

    /// Of which units were used.
    void correctReceipt()
    {
        const Money cost = money("10.00");
        write([&](auto& tx) {
            const auto lot = inventory::openLots(tx, "PEN-01").front().number;
            return purchasing::correctReceipt(tx, {.lot = lot,
                                                   .units = 11,
                                                   .cost = cost,
                                                   .supplier = "Acme & Co",
                                                   .reference = "PO-99",
                                                   .reason = "typed wrong"});
        });
    }

    void tellOfTheProgram()
    {
        tellOfGiftWords(month("2026-06"), [&](const auto& work) { write(work); });
        importRecipients("recipient,name,group,kind,do_not_gift\nF-1,Fleet,fleet,business,1\n"
                         "F-2,Fleet 2,fleet,business,0\n");
        edit("MUG-01", {{"unit", "piece"}, {"barcode", "4006381333931"}});
        retire("CARTON");
        write([&](auto& tx) {
            return gifting::editRecipient(tx, "F-2", {{"do_not_gift", "yes"}});
        });
        write([&](auto& tx) { return gifting::anonymizeRecipient(tx, "F-2", "asked for it"); });
        importItems("sku,name,kind,category,unit,size,barcode,supplier,reorder_point,par_level,"
                    "pack_size,lead_time_days,imprinted\n"
                    "PEN-01,Pen,contents,pens,each,L,400638,Acme,1,9,3,4,1\n");
        importReceipts("received_on,sku,units,total_cost,reference,supplier\n"
                       "2026-05-01,PEN-01,9,9.00,PO-9,Acme\n");
        undoImports();
        importBoxes("box,recipient,packed_on,given_on,sku,units\n"
                    "B-1,C-1,2026-06-02,2026-06-03,PEN-01,1\n"
                    "B-2,C-2,2026-06-02,,PEN-01,2\n");
        cap("month.program", "2.00", CapAction::Stop, "2026-06");
        const auto one = pack({.recipient = "C-1",
                               .lines = {{"PEN-01", 1}},
                               .packedOn = day("2026-05-30"),
                               .override = "a wedding"});
        give(one, "2026-06-03", "promised");
        write([&](auto& tx) { return gifting::takeBackBox(tx, one.number, "not yet"); });
        give(one, "2026-06-04", "promised");
        write([&](auto& tx) {
            return gifting::planBox(tx, {.recipient = "C-1",
                                         .lines = {{"PEN-01", 1}},
                                         .minutes = {},
                                         .month = month("2026-06"),
                                         .override = "a wedding",
                                         .recipe = {}});
        });
        write([&](auto& tx) {
            return gifting::setRecipe(tx, {.name = "classic",
                                           .items = {{"PEN-01", 1}},
                                           .categories = {{"pens", 1}},
                                           .minutes = 7});
        });
        correctReceipt();
        tellOfPurchasing();
        tellOfWhatCameTogether(
            [&](const auto& work) { write([&](auto& tx) { return work(tx), 0; }); });
        recipient("C-9");
        nominate("C-1", "2026-06");
        nominate("C-9", "2026-06");
        decline(nominate("C-2", "2026-06", "Cy"));
        withdraw(nominate("C-1", "2026-06", "Cy"));
        select("C-1", "2026-06", "a wedding");
        select("C-9", "2026-06");
        remove("C-9", "2026-06");
        approve("2026-06");
        select("C-9", "2026-06");
        tellOfSomebodyNew();
        tellOfNotes(month("2026-06"), "PEN-01", [&](const auto& work) { return write(work); });
    }

    /// An item, a recipient and a receipt come with files, and go with them.
    void undoImports()
    {
        importItems("sku,name,kind,category\nCUP-01,Cup,contents,mugs\n");
        importRecipients("recipient,name,group\nF-3,Fleet 3,fleet\n");
        importReceipts("received_on,sku,units,total_cost,reference\n"
                       "2026-05-02,HAT-01,3,9.00,PO-10\n");
        const auto twice = stock("HAT-01", 2, "5.00", "2026-05-04");
        write([&](auto& tx) { return purchasing::reverseReceipt(tx, twice.lot, "entered twice"); });
        for (const auto& one :
             read([](const auto& tx) { return exchange::listImports(tx, {}, 3); })) {
            write([&](auto& tx) {
                return exchange::undoImport(tx, {.number = one.number, .reason = "wrong file"});
            });
        }
    }

    std::string nominateSomebodyNew(const std::string& name)
    {
        return write([&](auto& tx) {
                   return gifting::nominateRecipient(
                       tx, {.month = month("2026-06"),
                            .adviser = name,
                            .department = "service",
                            .reason = "cake",
                            .somebodyNew = gifting::Recipient{.code = {}, .name = name}});
               })
            .recipientCode;
    }

    /// One waits to be confirmed, one is C-10, one turned out to be C-9.
    void tellOfSomebodyNew()
    {
        const std::string sam = nominateSomebodyNew("Sam");
        const std::string kim = nominateSomebodyNew("Kim");
        nominateSomebodyNew("Pat");
        write([&](auto& tx) { return gifting::confirmRecipient(tx, sam, {.code = "C-10"}); });
        write([&](auto& tx) { return gifting::confirmRecipient(tx, kim, {.sameAs = "C-9"}); });
    }

    std::vector<std::string> columnsOf(const std::string& table, bool ofKey)
    {
        if (isSqlite()) {
            return raw().column("SELECT name FROM pragma_table_info('" + table + "')" +
                                (ofKey ? " WHERE pk > 0 ORDER BY pk" : " ORDER BY cid"));
        }
        return raw().column(
            ofKey ? "SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = "
                    "i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indisprimary AND "
                    "i.indrelid = '" +
                        table + "'::regclass ORDER BY a.attnum"
                  : "SELECT attname FROM pg_attribute WHERE attrelid = '" + table +
                        "'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum");
    }

    bool isNumber(const std::string& table, const std::string& column)
    {
        return raw().column(isSqlite()
                                ? "SELECT type FROM pragma_table_info('" + table +
                                      "') WHERE name = '" + column + "'"
                                : "SELECT format_type(atttypid, NULL) FROM pg_attribute WHERE "
                                  "attrelid = '" +
                                      table + "'::regclass AND attname = '" + column + "'") ==
               std::vector<std::string>{"bigint"};
    }

    /// A different value for the cell, as SQL.
    static std::string otherValue(const std::string& value, bool isNumber)
    {
        if (value == "NULL") {
            return isNumber ? "1" : "'falsified'";
        }
        if (isNumber) {
            return std::to_string(std::stoll(value) + 1);
        }
        const auto at = otherWords().find(value);
        return at == otherWords().end() ? quoted(value + "x") : quoted(at->second);
    }

    static std::string quoted(const std::string& text)
    {
        std::string sql = "'";
        for (const char c : text) {
            sql += c == '\'' ? std::string("''") : std::string(1, c);
        }
        return sql + "'";
    }

    /// Whether verify reports it, or the store does not open.
    bool isNoticed()
    {
        try {
            return !verify().empty();
        } catch (const std::logic_error&) {
            return false; // the program failed without naming a difference
        } catch (const std::exception&) {
            return true;
        }
    }

    /// Whether verify detects `change`, which `back` reverts, or an index finds that the value is taken.
    bool isFound(const std::string& change, const std::string& back)
    {
        try {
            EXPECT_EQ(raw().execute(change), 1) << change;
        } catch (const std::exception& error) {
            EXPECT_NE(foundation::folded(error.what()).find("unique"), std::string::npos) << change;
            return true;
        }
        const bool found = isNoticed();
        EXPECT_EQ(raw().execute(back), 1) << back;
        return found;
    }

    /// The key columns of a row and their values, as SQL.
    using Key = std::map<std::string, std::string>;

    static std::string where(const Key& key)
    {
        std::string sql = " WHERE true";
        for (const auto& [name, value] : key) {
            sql += " AND " + name + " = " + value;
        }
        return sql;
    }

    /// The rows of the store in the order of their keys.
    std::vector<Key> keysOf(const std::string& table);
    /// Whether verify detects a change of the cell.
    bool isCellFound(const std::string& table, const std::string& column, const Key& key);
    /// `table.column` of every cell whose change is not detected.
    std::set<std::string> unnoticedChanges(const std::string& table);
    /// `table key` of every row whose deletion is not detected.
    std::set<std::string> unnoticedDeletions(const std::string& table);
    std::int64_t tried_ = 0;
};
GIFTBOX_ON_BOTH_ENGINES(FalsifiedCells);

std::vector<FalsifiedCells::Key> FalsifiedCells::keysOf(const std::string& table)
{
    const auto names = columnsOf(table, true);
    std::string list;
    for (const std::string& name : names) {
        list += (list.empty() ? "" : ", ") + name;
    }
    std::vector<Key> keys;
    for (const auto& row : raw().rows("SELECT " + list + " FROM " + table +
                                      " WHERE store_id = " + storeId() + " ORDER BY " + list)) {
        Key& key = keys.emplace_back();
        for (std::size_t i = 0; i < names.size(); ++i) {
            key[names[i]] = "'" + row[i] + "'";
        }
    }
    return keys;
}

bool FalsifiedCells::isCellFound(const std::string& table, const std::string& column,
                                 const Key& key)
{
    const std::string cell =
        raw().column("SELECT " + column + " FROM " + table + where(key)).front();
    const bool number = isNumber(table, column);
    const std::string other = otherValue(cell, number);
    const std::string before = cell == "NULL" || number ? cell : quoted(cell);
    Key after = key;
    if (const auto part = after.find(column); part != after.end()) {
        part->second = other;
        if (raw().column("SELECT COUNT(*) FROM " + table + where(after)).front() != "0") {
            return true; // the key is taken
        }
    }
    ++tried_;
    const std::string set = "UPDATE " + table + " SET " + column + " = ";
    return isFound(set + other + where(key), set + before + where(after));
}

std::set<std::string> FalsifiedCells::unnoticedChanges(const std::string& table)
{
    std::set<std::string> missed;
    const std::vector<Key> keys = keysOf(table);
    for (const std::string& column : columnsOf(table, false)) {
        for (std::size_t i = 0; column != "store_id" && i < keys.size(); ++i) {
            // Every row where that is fast; otherwise the first and the last two, in closed and open months.
            if ((isSqlite() || i == 0 || i + 2 >= keys.size()) &&
                !isCellFound(table, column, keys[i])) {
                missed.insert(table + "." + column);
            }
        }
    }
    return missed;
}

std::set<std::string> FalsifiedCells::unnoticedDeletions(const std::string& table)
{
    std::set<std::string> missed;
    raw().execute("CREATE TEMP TABLE kept AS SELECT * FROM main." + table);
    for (const Key& key : keysOf(table)) {
        ++tried_;
        if (!isFound("DELETE FROM main." + table + where(key),
                     "INSERT INTO main." + table + " SELECT * FROM kept" + where(key))) {
            missed.insert(table + where(key));
        }
    }
    raw().execute("DROP TABLE kept");
    return missed;
}

TEST_P(FalsifiedCells, AreFoundInEveryColumnOfEveryTable)
{
    std::set<std::string> missed;
    for (const std::string& table : raw().storeTables()) {
        if (!noFacts().contains(table)) {
            EXPECT_FALSE(keysOf(table).empty()) << table << " has no row to falsify";
            missed.merge(unnoticedChanges(table));
        }
    }
    std::set<std::string> known;
    for (const auto& [column, reason] : leftOutByDesign()) {
        known.insert(column);
    }
    if (isSqlite()) {
        EXPECT_EQ(missed, known);
    } else {
        EXPECT_TRUE(std::ranges::includes(known, missed)) << testing::PrintToString(missed);
    }
    EXPECT_GT(tried_, 300);
    EXPECT_EQ(verify(), std::vector<std::string>{}) << "every cell is as it was";
}

TEST_P(FalsifiedCells, OfAWholeRowAreFoundInEveryTable)
{
    if (!isSqlite()) {
        GTEST_SKIP() << "the rows are compared by the program, not by the engine";
    }
    std::set<std::string> missed;
    for (const std::string& table : raw().storeTables()) {
        // Without the first two, there is no store.
        if (table != "store" && table != "store_books" && !noFacts().contains(table)) {
            missed.merge(unnoticedDeletions(table));
        }
    }
    EXPECT_EQ(missed, std::set<std::string>{});
    EXPECT_GT(tried_, 50);
    EXPECT_EQ(verify(), std::vector<std::string>{}) << "every row is there again";
}

} // namespace
} // namespace giftbox::tests::falsified_cells_test
