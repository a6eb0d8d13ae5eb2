#include "tests/support/store_fixture.h"

namespace giftbox::tests::verify_facts_test {
namespace {

using Sentences = std::vector<std::string>;

/// A typed receipt, an imported file, and a closed month; then a fact is changed in every place.
class VerifyFacts : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        recipient("C-1");
        stock("MUG-01", 10, "50.00", "2026-03-01");
        importReceipts("received_on,sku,units,total_cost,reference\n"
                       "2026-03-02,MUG-01,4,40.00,PO-1\n2026-03-03,MUG-01,5,55.00,PO-2\n");
        close("2026-03");
        booksAreFalsified();
    }
    /// The cost of one lot, in every row that has it.
    void falsifyCost(int lot, int by)
    {
        const std::string where = " WHERE store_id = " + storeId();
        const std::string one = where + " AND lot_no = " + std::to_string(lot);
        const std::string more = " + " + std::to_string(by);
        raw().execute("UPDATE lot SET cost_minor = cost_minor" + more + one);
        raw().execute("UPDATE open_lot SET cost_left_minor = cost_left_minor" + more + one);
        raw().execute("UPDATE movement SET cost_minor = cost_minor" + more + one);
        raw().execute("UPDATE month_total SET restock_minor = restock_minor" + more + where);
    }
    bool isSaid(const std::string& part)
    {
        for (const std::string& one : verify()) {
            if (one.find(part) != std::string::npos) {
                return true;
            }
        }
        return false;
    }
};
GIFTBOX_ON_BOTH_ENGINES(VerifyFacts);

TEST_P(VerifyFacts, NamesATypedReceiptThatCostsSomethingElseThanItsEventSays)
{
    falsifyCost(1, 4000);
    EXPECT_TRUE(
        isSaid("stock.receive of item MUG-01: it says cost 50.00, but its facts say 90.00"));
    EXPECT_TRUE(
        isSaid("stock.receive of item MUG-01: the facts that it recorded do not match its"));
}

TEST_P(VerifyFacts, NamesTheImportOneRowOfWhichWasChanged)
{
    falsifyCost(3, 1);
    EXPECT_TRUE(isSaid("import.receipts of receipts: the facts that it recorded do not match its "
                       "digest; there are 1 import_batch, 2 lot, 2 movement"));
}

TEST_P(VerifyFacts, NamesTheCloseWhoseMonthIsNoLongerTheSame)
{
    falsifyCost(2, 1);
    EXPECT_TRUE(isSaid("month.close of month 2026-03: what was recorded of the month differs from "
                       "the time it was closed"));
    EXPECT_TRUE(isSaid("month.close of month 2026-03: the closing stock of the month differs from "
                       "the time it was closed"));
    EXPECT_TRUE(isSaid("closed month 2026-03: its report differs from the one it was closed with"));
    falsifyCost(2, -1);
    EXPECT_EQ(verify(), Sentences{});
}

TEST_P(VerifyFacts, EveryEventThatRecordsFactsKeepsTheirDigest)
{
    const auto details = raw().rows(
        "SELECT action, detail FROM event WHERE store_id = " + storeId() + " ORDER BY event_seq");
    for (const auto& row : details) {
        EXPECT_NE(row[1].find("\"facts\":\""), std::string::npos) << row[0];
    }
    EXPECT_EQ(details.size(), 6U);
}

} // namespace
} // namespace giftbox::tests::verify_facts_test
