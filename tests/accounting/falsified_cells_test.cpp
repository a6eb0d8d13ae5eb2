#include "tests/support/store_fixture.h"

#include "foundation/database.h"

#include <map>
#include <set>

namespace giftbox::tests {
namespace {

using budget::CapAction;

/// Books in which every table has rows, some of each kind, with one unit or cent changed in one cell after the other. SQLite only: there, checks
/// can be put aside.
class FalsifiedCells : public StoreFixture {
protected:
    void prepare() override
    {
        openStore("USD", "30.00", 12);
        tellTheStory();
        ASSERT_EQ(verify(), std::vector<std::string>{});
        booksAreFalsified();
        raw().execute("PRAGMA ignore_check_constraints = ON");
        raw().execute("PRAGMA foreign_keys = OFF");
    }

    void tellTheStory()
    {
        item("MUG-01");
        item("HAT-01");
        packagingItem("CARTON");
        edit("HAT-01", {.name = "Hat", .reorderLevel = 2, .parLevel = 5, .leadDays = 7});
        edit("HAT-01", {.name = "Cap", .reorderLevel = 3});
        recipient("C-1");
        recipient("C-2");
        cap("month.program", "90.00", CapAction::Stop, "2026-03");
        cap("box.total", "500.00", CapAction::Warn, "2026-03");
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
        writeOff("MUG-01", 1, "2026-03-10");
        count("CARTON", 18, "2026-03-10", "1.00");
        count("HAT-01", 1, "2026-03-10");
        close("2026-03");
        cap("month.program", "1.00", CapAction::Stop, "2026-04");
        give(carried, "2026-04-02", "promised");
        pack({.recipient = "C-2",
              .lines = {{"MUG-01", 1}},
              .packedOn = day("2026-04-02"),
              .override = "a wedding"});
        close("2026-04");
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

    std::vector<std::string> columnsOf(const std::string& table, const std::string& where)
    {
        return raw().column("SELECT name FROM pragma_table_info('" + table + "') WHERE " + where);
    }

    /// Whether verify finds out about `change`, which `back` takes back.
    bool isFound(const std::string& change, const std::string& back)
    {
        EXPECT_EQ(raw().execute(change), 1) << change;
        const bool found = !verify().empty();
        EXPECT_EQ(raw().execute(back), 1) << back;
        return found;
    }

    /// Of one row: its key columns and their values as SQL.
    using Key = std::map<std::string, std::string>;

    static std::string where(const Key& key)
    {
        std::string sql = " WHERE true";
        for (const auto& [name, value] : key) {
            sql += " AND " + name + " = " + value;
        }
        return sql;
    }

    /// The statement that adds `units` to a cell of the row.
    static std::string added(const std::string& table, const std::string& column, int units,
                             const Key& key)
    {
        return "UPDATE " + table + " SET " + column + " = " + column + " + (" +
               std::to_string(units) + ")" + where(key);
    }

    /// The rows of the store in which `condition` holds, in the order of their keys.
    std::vector<Key> keysOf(const std::string& table, const std::string& condition);
    /// `table.column` of every cell that can be changed by one and nobody notices.
    std::set<std::string> unnoticedChanges(const std::string& table);
    /// `table key` of every row that can be deleted and nobody notices.
    std::set<std::string> unnoticedDeletions(const std::string& table);
    std::int64_t tried_ = 0;
};
INSTANTIATE_TEST_SUITE_P(, FalsifiedCells, testing::Values(Engine::Sqlite), engineName);

/// Numbers from which nothing is added up, and which verify does not recompute in every row. All others it finds.
const std::map<std::string, std::string>& noAmountsNorCounts()
{
    static const std::map<std::string, std::string> columns = {
        {"box.event_seq", "which event packed it; another one may be there"},
        {"box.given_on", "another day of the same month"},
        {"box.month", "of an unpacked box, which counts in no month"},
        {"box.unpacked_on", "a day"},
        {"item.added_event", "decides what a closed month's valuation lists"},
        {"item.imprinted", "a word about the item"},
        {"item.lead_days", "a word about the item"},
        {"item.pack_size", "a level for the shopping list"},
        {"item.par_level", "a level for the shopping list"},
        {"item.reorder_level", "a level for the shopping list"},
        {"item.retired", "a word about the item"},
        {"item_history.item_no", "whose words these were"},
        {"item_history.par_level", "as item.par_level"},
        {"item_history.reorder_level", "as item.reorder_level"},
        {"movement.event_seq", "which event moved it; another one may be there"},
        {"movement.moved_on", "another day of the same month"},
        {"planned_box.event_seq", "which event planned it; another one may be there"},
        {"planned_box.month", "of a cancelled box, which counts in no month"},
        {"planned_box.recipient_no", "another recipient may be there"},
        {"recipient.do_not_gift", "a word about the recipient"},
        {"store.created_at", "an instant"}};
    return columns;
}

std::vector<FalsifiedCells::Key> FalsifiedCells::keysOf(const std::string& table,
                                                        const std::string& condition)
{
    const auto names = columnsOf(table, "pk > 0 ORDER BY pk");
    std::string list;
    for (const std::string& name : names) {
        list += (list.empty() ? "" : ", ") + name;
    }
    std::vector<Key> keys;
    for (const auto& row : raw().rows("SELECT " + list + " FROM " + table + " WHERE " + condition +
                                      " AND store_id = " + storeId() + " ORDER BY " + list)) {
        Key& key = keys.emplace_back();
        for (std::size_t i = 0; i < names.size(); ++i) {
            key[names[i]] = "'" + row[i] + "'";
        }
    }
    return keys;
}

std::set<std::string> FalsifiedCells::unnoticedChanges(const std::string& table)
{
    std::set<std::string> missed;
    for (const std::string& column : columnsOf(table, "type = 'bigint' AND name <> 'store_id'")) {
        const std::vector<Key> keys = keysOf(table, column + " IS NOT NULL");
        for (const Key& key : keys) {
            Key after = key;
            if (const auto part = after.find(column); part != after.end()) {
                if (&key != &keys.back()) {
                    continue; // the next number is taken
                }
                part->second += " + 1";
            }
            ++tried_;
            if (!isFound(added(table, column, 1, key), added(table, column, -1, after))) {
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
    for (const Key& key : keysOf(table, "true")) {
        ++tried_;
        if (!isFound("DELETE FROM main." + table + where(key),
                     "INSERT INTO main." + table + " SELECT * FROM kept" + where(key))) {
            missed.insert(table + where(key));
        }
    }
    raw().execute("DROP TABLE kept");
    return missed;
}

TEST_P(FalsifiedCells, AreFoundInEveryAmountAndCountOfEveryTable)
{
    std::set<std::string> missed;
    for (const std::string& table : raw().storeTables()) {
        missed.merge(unnoticedChanges(table));
    }
    std::set<std::string> known;
    for (const auto& [column, reason] : noAmountsNorCounts()) {
        known.insert(column);
    }
    EXPECT_EQ(missed, known);
    EXPECT_GT(tried_, 300);
    EXPECT_EQ(verify(), std::vector<std::string>{}) << "every cell is as it was";
}

TEST_P(FalsifiedCells, OfAWholeRowAreFoundInEveryTable)
{
    std::set<std::string> missed;
    for (const std::string& table : raw().storeTables()) {
        // Without the first two there is no store; a recipient with a box is held by the box's foreign key.
        if (table != "store" && table != "store_books" && table != "recipient") {
            missed.merge(unnoticedDeletions(table));
        }
    }
    EXPECT_EQ(missed, std::set<std::string>{});
    EXPECT_GT(tried_, 50);
    EXPECT_EQ(verify(), std::vector<std::string>{}) << "every row is there again";
}

} // namespace
} // namespace giftbox::tests
