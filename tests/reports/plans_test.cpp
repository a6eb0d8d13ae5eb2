#include "foundation/database/schema.h"
#include "tests/support/store_fixture.h"
#include "tests/tidy/source_tree.h"

namespace giftbox::tests::plans_test {
namespace {

/// The SQLite query plan of a statement file, with one row per step: `SEARCH b USING INDEX box_month_ix (store_id=?
/// AND month=?)`.
class QueryPlan : public StoreFixture {
protected:
    std::string plan(const std::string& file)
    {
        std::string steps;
        for (const auto& row : raw().rows("EXPLAIN QUERY PLAN " + textOf(file))) {
            steps += row.back() + "\n";
        }
        return steps;
    }
    /// The statement file if a run of it builds a table of its own, which costs more than the row it writes.
    std::string tableBuiltBy(const std::string& file)
    {
        for (const auto& row : raw().rows("EXPLAIN " + textOf(file))) {
            if (row[1] == "OpenEphemeral") {
                return file + "\n";
            }
        }
        return "";
    }
    static std::string textOf(const std::string& file)
    {
        std::string sql;
        for (const std::string& line : tidy::linesOf(tidy::readFile(tidy::root() / file))) {
            sql += line.starts_with("--") ? "" : line + "\n";
        }
        for (std::size_t at = sql.find(':'); at != std::string::npos; at = sql.find(':', at)) {
            sql.replace(at, tidy::endOfWord(sql, at + 1) - at, "1");
        }
        return sql;
    }
    /// Those that run on SQLite.
    static std::vector<std::string> statements()
    {
        std::vector<std::string> all;
        for (const auto& file : tidy::filesUnder(tidy::outermost(tidy::modules()), {".sql"})) {
            if (!file.path.ends_with(".postgresql.sql")) {
                all.push_back(file.path);
            }
        }
        return all;
    }
    /// Steps that read all rows of a store in a table that grows with its history.
    std::string wholeHistoriesIn(const std::string& file)
    {
        std::string found;
        for (const std::string& step : tidy::linesOf(plan(file))) {
            found += step.ends_with("PRIMARY KEY (store_id=?)") ? file + ": " + step + "\n" : "";
        }
        return found;
    }
};
INSTANTIATE_TEST_SUITE_P(, QueryPlan, testing::Values(Engine::Sqlite), engineName);

/// Of a table that stays small, or of what lies open: no more with each year than a page can hold.
const std::set<std::string> kOfFewRows = {"accounting/sql/closing_stock.sql",
                                          "accounting/sql/open_lots.sql",
                                          "inventory/sql/stock_now.sql",
                                          "inventory/sql/stock_on.sql",
                                          "accounting/sql/stock_of_kinds.sql",
                                          "reports/sql/age_on.sql",
                                          "reports/sql/lots_on.sql",
                                          "gifting/sql/planned_boxes_open.sql",
                                          "access/sql/list_users.sql",
                                          "access/sql/views_of_page.sql",
                                          "accounting/sql/batches_to_supersede.sql",
                                          "accounting/sql/caps_with_events.sql",
                                          "accounting/sql/closed_months.sql",
                                          "accounting/sql/default_department_at.sql",
                                          "accounting/sql/import_states.sql",
                                          "accounting/sql/journal_bills.sql",
                                          "accounting/sql/keep_carried.sql",
                                          "accounting/sql/reopened_months.sql",
                                          "accounting/sql/template_states.sql",
                                          "books/sql/list_store_settings.sql",
                                          "books/sql/standing_batch.sql",
                                          "budget/sql/list_caps.sql",
                                          "budget/sql/months_with_facts.sql",
                                          "exchange/sql/closed_since.sql",
                                          "gifting/notes/sql/note_templates.sql",
                                          "gifting/sql/gift_default_at.sql",
                                          "gifting/sql/list_recipes.sql",
                                          "gifting/sql/stock_reasons.sql",
                                          "purchasing/sql/all_item_suppliers.sql",
                                          "purchasing/sql/all_suppliers.sql",
                                          "purchasing/sql/part_numbers.sql",
                                          "purchasing/sql/unfinished_orders.sql",
                                          "reports/sql/close_checklist.sql",
                                          "reports/sql/gifts_of_year.sqlite.sql",
                                          "reports/sql/program_caps.sql"};
/// They stop at the first row, or after as many as are asked for.
const std::set<std::string> kOfTheLastRows = {"accounting/sql/last_event_of_store.sql",
                                              "accounting/sql/last_journal_batch.sql",
                                              "accounting/sql/last_numbers.sql",
                                              "books/sql/last_fact.sql",
                                              "exchange/sql/last_import.sql",
                                              "gifting/counting/sql/last_count.sql",
                                              "gifting/planner/sql/latest_packaging.sql",
                                              "gifting/selection/sql/last_nomination.sql",
                                              "gifting/sql/last_recipe.sql",
                                              "purchasing/sql/last_bill.sql",
                                              "purchasing/sql/last_delivery.sql",
                                              "purchasing/sql/last_freight.sql",
                                              "purchasing/sql/last_order.sql",
                                              "reports/sql/deliveries_to_find.sql",
                                              "reports/sql/first_steps.sql"};
/// They are asked for everything: verify, an upgrade, a file of everything, a search by
/// words, what is removed once.
const std::set<std::string> kOfAllRows = {
    "inventory/sql/delete_items.sql",        "accounting/sql/events.sql",
    "accounting/sql/events_with_caps.sql",   "accounting/sql/item_edits.sql",
    "accounting/sql/item_kinds.sql",         "accounting/sql/month_recipients.sql",
    "accounting/sql/nomination_states.sql",  "accounting/sql/planned_boxes.sql",
    "accounting/sql/selection_states.sql",   "accounting/sql/signature_states.sql",
    "accounting/sql/wrong_reservations.sql", "exchange/sql/item_skus.sql",
    "exchange/sql/items_in_use.sql",         "exchange/sql/receipts.sql",
    "exchange/sql/recipients_in_use.sql",    "gifting/selection/sql/nominations_all.sql",
    "gifting/sql/anonymize_requests.sql",    "gifting/sql/boxes_all.sql",
    "gifting/sql/forget_requests.sql",       "gifting/sql/recipients_with_words.sqlite.sql"};

TEST_P(QueryPlan, ReadsTheWholeHistoryOfAStoreInNoOtherStatement)
{
    for (const std::string& file : statements()) {
        const bool isListed =
            kOfFewRows.contains(file) || kOfTheLastRows.contains(file) || kOfAllRows.contains(file);
        if (isListed) {
            EXPECT_NE(wholeHistoriesIn(file), "") << file << " need not be listed";
        } else if (!file.starts_with("accounting/sql/facts_")) { // which are for verify
            EXPECT_EQ(wholeHistoriesIn(file), "");
        }
    }
}

// SQLite fills such a filter from all rows of the table, of every store, each time that the statement runs.
TEST_P(QueryPlan, ReadsNoTableForABloomFilter)
{
    for (const std::string& file : statements()) {
        EXPECT_EQ(plan(file).find("BLOOM FILTER"), std::string::npos) << file << "\n" << plan(file);
    }
}

TEST_P(QueryPlan, OfAReceiptGoesByItsReferenceAndItem)
{
    const std::string steps = plan("purchasing/sql/find_receipts.sqlite.sql");
    EXPECT_NE(steps.find("lot_reference_ix (store_id=? AND reference=? AND item_no=?"),
              std::string::npos)
        << steps << "an item may have any number of lots, and a reference any number of items";
}

TEST_P(QueryPlan, OfARowOfPackingOrReceivingBuildsNoTable)
{
    for (const char* file :
         {"inventory/sql/insert_lots.sqlite.sql", "inventory/sql/insert_open_lots.sqlite.sql",
          "inventory/sql/draw_open_lots.sqlite.sql", "inventory/sql/delete_open_lots.sql",
          "inventory/sql/reserve_units.sqlite.sql", "inventory/sql/insert_movements.sqlite.sql",
          "gifting/sql/insert_boxes.sql", "gifting/sql/update_box.sql",
          "budget/sql/upsert_month_total.sql", "budget/sql/insert_month_recipients.sqlite.sql"}) {
        EXPECT_EQ(tableBuiltBy(file), "");
    }
}

} // namespace
} // namespace giftbox::tests::plans_test
