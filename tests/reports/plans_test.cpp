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

TEST_P(QueryPlan, OfAMonthOrARecipientDoesNotReadTheWholeHistory)
{
    for (const char* file : {"gifting/selection/sql/month_candidates.sql",
                             "gifting/selection/sql/month_households.sql",
                             "gifting/selection/sql/month_reasons.sql",
                             "gifting/selection/sql/nominations_of_month.sql",
                             "gifting/selection/sql/nominations_of_recipient.sql",
                             "gifting/selection/sql/boxes_of_list.sql",
                             "gifting/selection/sql/selections_of_list.sql",
                             "gifting/selection/sql/answer_unselected.sql",
                             "gifting/selection/sql/count_selections.sql",
                             "gifting/sql/boxes_of_month.sql",
                             "gifting/sql/boxes_of_recipient.sql",
                             "gifting/sql/gifts_of_recipients.sqlite.sql",
                             "gifting/sql/boxes_before.sql",
                             "gifting/sql/boxes_waiting.sql",
                             "gifting/sql/boxes_waiting_before.sql",
                             "budget/sql/month_with_caps.sql",
                             "gifting/sql/packed_on.sql",
                             "gifting/sql/boxes_packed_on.sql",
                             "gifting/sql/packed_items_on.sql",
                             "gifting/sql/packed_by_month.sql",
                             "gifting/sql/planned_boxes_of_month.sql",
                             "gifting/sql/planned_boxes_of_recipient.sql",
                             "accounting/sql/carry_boxes.sql",
                             "accounting/sql/packed_boxes_of_month.sql",
                             "reports/sql/selections_of_month.sql",
                             "reports/sql/selections_of_recipient.sql",
                             "reports/sql/nomination_counts.sql",
                             "reports/sql/caps_passed.sql",
                             "purchasing/sql/cap_of_order.sql",
                             "purchasing/sql/order_heads.sqlite.sql",
                             "purchasing/sql/order_lines.sqlite.sql",
                             "purchasing/sql/order_receipts.sqlite.sql",
                             "purchasing/sql/orders_of_lots.sqlite.sql"}) {
        EXPECT_EQ(wholeHistoriesIn(file), "");
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

TEST_P(QueryPlan, OfAllNominationsIsFoundToReadThemAll)
{
    EXPECT_EQ(
        wholeHistoriesIn("gifting/selection/sql/nominations_all.sql"),
        "gifting/selection/sql/nominations_all.sql: SEARCH n USING PRIMARY KEY (store_id=?)\n");
}

} // namespace
} // namespace giftbox::tests::plans_test
