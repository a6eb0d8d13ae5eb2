#include "accounting/upgrade_books.h"
#include "books/event_hash.h"
#include "exchange/copy_store.h"
#include "tests/support/journals.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>

// The labor rate is 24.00 per hour through January and 26.00 from February. A box takes 15 minutes.

namespace giftbox::tests::wages_test {
namespace {

using books::Setting;
using Sentences = std::vector<std::string>;

class Wages : public JournalFixture {
protected:
    void prepare() override
    {
        begin();
        item("MUG");
        recipient("C-1");
        stock("MUG", 40, "40.00", "2026-01-02");
    }
    bool needsOwnDatabase() const override { return true; }
    void begin() { openStore("USD", "24.00", 15); }
    void rise() { setFrom(Setting::LaborRate, 2600, "2026-02", "wages of 2026"); }
    std::string laborOf(const std::string& on) { return labor(pack("C-1", {{"MUG", 1}}, on).cost); }
    gifting::PlannedResult plan(const std::string& of)
    {
        return write([&](auto& tx) {
            return gifting::planBox(
                tx, {.recipient = "C-1", .lines = {{"MUG", 1}}, .month = month(of)});
        });
    }
    static std::string labor(const budget::BoxCost& cost)
    {
        return toText(cost.labor, foundation::currencyOf("USD"));
    }
    /// The setting rows and the event of the last change, as the program before this schema left them.
    void undoSchema12();
};
GIFTBOX_ON_BOTH_ENGINES(Wages);

TEST_P(Wages, OfTheDayABoxIsPackedCountAndTheBoxKeepsThem)
{
    EXPECT_EQ(laborOf("2026-01-31"), "6.00");
    rise();
    EXPECT_EQ(laborOf("2026-01-31"), "6.00");
    EXPECT_EQ(laborOf("2026-02-01"), "6.50");
    setFrom(Setting::LaborRate, 3000, "2026-02", "wages of 2026, once more");
    EXPECT_EQ(laborOf("2026-02-01"), "7.50") << "two rates of one month";
    setFrom(Setting::LaborMinutes, 30, "2026-03", "another ribbon");
    EXPECT_EQ(laborOf("2026-02-28"), "7.50");
    EXPECT_EQ(laborOf("2026-03-01"), "15.00");
    EXPECT_EQ(raw().column("SELECT labor_minor FROM box WHERE store_id = " + storeId() +
                           " ORDER BY box_no"),
              (std::vector<std::string>{"600", "600", "650", "750", "750", "1500"}));
    EXPECT_EQ(verify(), Sentences{});
}

TEST_P(Wages, CountForWhoeverWaitedWhileTheyWereSet)
{
    foundation::Database other = foundation::Database::open(url());
    std::optional<books::WriteScope> scope(std::in_place, other, store(), actor());
    books::setStore(
        scope->transaction(),
        {.dated = {{Setting::LaborRate, 2600}}, .from = month("2026-02"), .reason = "wages"});
    std::string labor;
    std::thread waiting([&] { labor = laborOf("2026-02-01"); });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    scope->commit();
    scope.reset();
    waiting.join();
    EXPECT_EQ(labor, "6.50");
    EXPECT_EQ(verify(), Sentences{});
}

TEST_P(Wages, AreEstimatedForTheMonthOfAPlanAndCountedOfTheDayItIsPacked)
{
    rise();
    const auto early = plan("2026-01");
    EXPECT_EQ(labor(early.cost), "6.00");
    EXPECT_EQ(labor(plan("2026-02").cost), "6.50");
    setFrom(Setting::LaborRate, 2800, "2026-02", "more");
    EXPECT_EQ(labor(plan("2026-02").cost), "7.00");
    close("2026-01");
    EXPECT_EQ(verify(), Sentences{}) << "what is carried over keeps its estimate";
    const auto packed = write([&](auto& tx) {
        return gifting::packPlannedBox(tx, {.number = early.number, .packedOn = day("2026-02-03")});
    });
    EXPECT_EQ(labor(packed.cost), "7.00");
    EXPECT_EQ(verify(), Sentences{});
}

TEST_P(Wages, AreInTheReportAndFilesAndInAStoreMadeOfThem)
{
    packAndGive("C-1", {{"MUG", 1}}, "2026-01-31");
    packAndGive("C-1", {{"MUG", 1}}, "2026-02-01"); // before the rate is set for its month
    rise();
    packAndGive("C-1", {{"MUG", 1}}, "2026-02-02");
    close("2026-01");
    EXPECT_EQ(total("2026-01").labor, money("6.00"));
    EXPECT_EQ(total("2026-02").labor, money("12.50"));
    const Journals before = journals();
    begin();
    rise();
    importJournals(before);
    EXPECT_EQ(verify(), Sentences{});
    Journals after = journals();
    EXPECT_EQ(after.boxes, before.boxes);
    EXPECT_EQ(after.movements, before.movements);
    EXPECT_EQ(total("2026-02").labor, money("12.50"));
    begin(); // a store that never had that rate
    importItems(before.items);
    importRecipients(before.recipients);
    const Refusal refusal =
        EXPECT_REFUSAL("import.rejected", importMovements(before.movements, before.boxes));
    ASSERT_EQ(refusal.places().size(), 1U);
    EXPECT_NE(refusal.places()[0].find(
                  "The file has 6.50 USD, but 15 minutes at 24.00 USD per hour are 6.00 USD."),
              std::string::npos)
        << refusal.places()[0];
}

TEST_P(Wages, AreOfTheDayWhereBoxesAreImported)
{
    rise();
    importBoxes("box,recipient,packed_on,given_on,sku,units\n"
                "B-1,C-1,2026-01-31,2026-02-02,MUG,1\n"
                "B-2,C-1,2026-02-01,,MUG,1\n");
    EXPECT_EQ(raw().column("SELECT labor_minor FROM box WHERE store_id = " + storeId() +
                           " ORDER BY box_no"),
              (std::vector<std::string>{"600", "650"}));
    EXPECT_EQ(verify(), Sentences{});
}

TEST_P(Wages, GoWithAStoreThatMoves)
{
    laborOf("2026-01-31");
    rise();
    laborOf("2026-02-01");
    const auto history = [&] {
        return read([](const auto& tx) { return tx.store().settings.rows(); });
    };
    const auto before = history();
    const std::string boxes = journals().boxes;
    const std::string path = std::filesystem::temp_directory_path() / ("wages-" + store() + ".db");
    read([&](const auto& tx) { return exchange::exportStore(tx, path, [](std::int64_t) {}), 0; });
    foundation::Database other = foundation::Database::openPrivate();
    accounting::upgradeBooks(other);
    exchange::importStore(other, path, books::Ending::Commit, [](std::int64_t) {});
    std::filesystem::remove(path);
    books::read(other, store(), [&](const books::ReadTransaction& tx) {
        EXPECT_EQ(tx.store().settings.rows(), before);
        EXPECT_EQ(books::listSettingChanges(tx).front().reason, "wages of 2026");
        return 0;
    });
}

TEST_P(Wages, ThatAreFalsifiedAreFound)
{
    booksAreFalsified();
    laborOf("2026-01-31");
    rise();
    laborOf("2026-02-01");
    raw().execute("UPDATE box SET labor_minor = 600 WHERE box_no = 2 AND store_id = " + storeId());
    const Sentences found = verify();
    EXPECT_NE(std::ranges::find(found, "box 2: labor 6.00 stored, 6.50 recomputed"), found.end())
        << testing::PrintToString(found);
}

void Wages::undoSchema12()
{
    const std::string where = " WHERE store_id = " + storeId();
    const auto last =
        raw().rows("SELECT event_seq, recorded_at, actor, action, subject FROM event" + where +
                   " ORDER BY event_seq DESC LIMIT 1")[0];
    const std::string before =
        raw()
            .column("SELECT hash FROM event" + where + " ORDER BY event_seq DESC LIMIT 1 OFFSET 1")
            .front();
    const std::string detail = R"({"waiting_months":9,"locale":"en-US"})";
    const std::string hash = books::eventHash(before, {.seq = std::stoll(last[0]),
                                                       .recordedAt = {std::stoll(last[1])},
                                                       .actor = last[2],
                                                       .action = last[3],
                                                       .subject = last[4],
                                                       .detail = detail});
    raw().execute("UPDATE event SET detail = '" + detail + "', hash = '" + hash + "'" + where +
                  " AND event_seq = " + last[0]);
    raw().execute("UPDATE store_books SET minimum_gift_interval = 9, chain_hash = '" + hash + "'" +
                  where);
    for (const char* renamed :
         {"item RENAME COLUMN reorder_point TO reorder_level",
          "item RENAME COLUMN lead_time_days TO lead_days",
          "item_history RENAME COLUMN reorder_point TO reorder_level",
          "recipient RENAME COLUMN preferences TO tastes",
          "store_books RENAME COLUMN minimum_gift_interval TO waiting_months",
          "selection RENAME COLUMN exception_reason TO despite",
          "selection RENAME COLUMN selected_by TO chosen_by", "selection RENAME TO choice"}) {
        raw().execute("ALTER TABLE " + std::string(renamed));
    }
    raw().execute("DROP INDEX selection_recipient_ix");
    raw().execute("CREATE INDEX choice_recipient_ix ON choice (store_id, recipient_no)");
    for (const char* table : {"store_setting",
                              "cap_exception",
                              "import_mapping",
                              "saved_view",
                              "import_batch",
                              "import_before",
                              "removed_row",
                              "item_picture",
                              "receipt_correction",
                              "box_take_back",
                              "delivery",
                              "freight",
                              "freight_lot",
                              "bill",
                              "bill_lot",
                              "earlier_note",
                              "stock_reason",
                              "bill_reversal",
                              "freight_reversal",
                              "earlier_signature",
                              "supplier",
                              "item_supplier",
                              "purchase_order",
                              "order_line",
                              "order_step",
                              "order_receipt",
                              "count_session",
                              "count_line",
                              "count_entry",
                              "count_end",
                              "item_count",
                              "journal_account",
                              "journal_batch",
                              "journal_line",
                              "journal_posting",
                              "unfinished_order",
                              "recipient_alias",
                              "box_department",
                              "default_department",
                              "chart_account",
                              "reopened_month",
                              "cap_roll_over",
                              "box_tax",
                              "gift_default",
                              "legal_entity",
                              "entity_account",
                              "group_role"}) {
        raw().execute("DROP TABLE " + std::string(table));
    }
    for (const char* index : {"item_history_sku_ix", "store_entity_ix", "store_folded_ix"}) {
        raw().execute("DROP INDEX " + std::string(index));
    }
    raw().execute("ALTER TABLE store DROP COLUMN entity");
    for (const char* column :
         {"item_history DROP COLUMN sku", "item_history DROP COLUMN sku_folded",
          "closed_month DROP COLUMN stock_gift_units", "closed_month DROP COLUMN stock_gift_minor",
          "closed_month DROP COLUMN stock_packaging_units",
          "closed_month DROP COLUMN stock_packaging_minor", "item DROP COLUMN bin",
          "item DROP COLUMN weight", "store_books DROP COLUMN dated_settings",
          "store_books DROP COLUMN recognition", "recipient DROP COLUMN unconfirmed",
          "store DROP COLUMN sample", "month_total DROP COLUMN variance_minor"}) {
        raw().execute("ALTER TABLE " + std::string(column));
    }
    raw().execute("DROP INDEX event_box_give_ix");
    raw().execute("DROP INDEX lot_reference_ix");
    raw().execute("DROP INDEX box_reference_part_ix");
    raw().execute("CREATE UNIQUE INDEX lot_reference_uq ON lot (store_id, reference)");
    raw().execute("DELETE FROM schema_version WHERE number >= 12");
}

TEST_P(Wages, MayRiseInAStoreOfAnEarlierProgram)
{
    laborOf("2026-01-31");
    write([](auto& tx) { return books::setStore(tx, {.locale = "en-US"}), 0; });
    undoSchema12();
    {
        foundation::Database database = foundation::Database::open(url());
        accounting::upgradeBooks(database);
    }
    EXPECT_EQ(verify(), Sentences{});
    const auto waits = [&](const std::string& of) {
        return read([&](const auto& tx) {
            return tx.store().settings.at(Setting::MinimumGiftInterval, month(of));
        });
    };
    EXPECT_EQ(waits("2020-01"), 9) << "what was set before holds from the beginning";
    rise();
    setFrom(Setting::MinimumGiftInterval, 4, "2026-05");
    EXPECT_EQ(waits("2026-04"), 9);
    EXPECT_EQ(waits("2026-05"), 4);
    EXPECT_EQ(laborOf("2026-02-01"), "6.50");
    EXPECT_EQ(verify(), Sentences{});
    booksAreFalsified();
    raw().execute("UPDATE store_books SET minimum_gift_interval = 8 WHERE store_id = " + storeId());
    EXPECT_EQ(verify().size(), 1U);
    raw().execute("UPDATE store_books SET minimum_gift_interval = 9 WHERE store_id = " + storeId());
    EXPECT_EQ(verify(), Sentences{});
}

} // namespace
} // namespace giftbox::tests::wages_test
