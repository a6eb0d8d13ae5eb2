#include "tests/support/fake_citus.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::round_trips_test {
namespace {

/// Sixty items, each with two lots of 2 and 50 units.
class StatementsOfABox : public StoreFixture {
protected:
    static constexpr int kItems = 60;
    static constexpr std::int64_t kMost = 12; // BEGIN and COMMIT included

    void prepare() override
    {
        std::string items = "sku,name,kind,category,unit\n";
        std::string receipts = "received_on,sku,units,total_cost,reference\n";
        for (int i = 0; i < kItems; ++i) {
            items += sku(i) + ",Item,contents,,\n";
            receipts +=
                "2026-03-01," + sku(i) + ",2,2.00,PO-1\n2026-03-02," + sku(i) + ",50,50.00,PO-2\n";
        }
        importItems(items);
        importReceipts(receipts);
        recipient("C-1");
    }
    static std::string sku(int i) { return "SKU-" + std::to_string(i); }
    /// The statements for a box with `lines` lines of that many units each.
    std::int64_t statementsOf(int lines, std::int64_t units)
    {
        gifting::BoxRequest request{.recipient = "C-1", .packedOn = day("2026-03-05")};
        for (int i = 0; i < lines; ++i) {
            request.lines.push_back({.sku = sku(i), .units = units});
        }
        const std::int64_t before = database().statementsSent();
        pack(request);
        return database().statementsSent() - before;
    }
};
INSTANTIATE_TEST_SUITE_P(, StatementsOfABox, testing::Values(Engine::Postgresql), engineName);

TEST_P(StatementsOfABox, AreAsManyForSixtyLinesAsForThree)
{
    statementsOf(3, 1); // prepares them on this connection
    const std::int64_t ofThree = statementsOf(3, 2);
    EXPECT_LE(ofThree, kMost);
    EXPECT_EQ(statementsOf(kItems, 2), ofThree) << "lots are emptied and drawn from as before";
    EXPECT_EQ(statementsOf(3, 4), statementsOf(kItems, 5));
    EXPECT_LE(statementsOf(kItems, 1), kMost);
}

TEST_P(StatementsOfABox, AreAtMostTwelveHoweverTheLotsAreLeft)
{
    for (const std::int64_t units : {1, 1, 2, 4, 44}) { // 52 units in total
        const std::int64_t sent = statementsOf(kItems, units);
        if (units != 1) {
            EXPECT_LE(sent, kMost) << units << " units of each";
        }
    }
    EXPECT_EQ(onShelf(sku(0)), (OnShelf{0, "0.00"}));
}

/// The same with Citus marked as installed, in a separate database: different statements and a different commit.
class StatementsOfAShardedBox : public StatementsOfABox {
protected:
    bool needsOwnDatabase() const override { return true; }
    void prepare() override
    {
        fakeCitus(url());
        EXPECT_TRUE(database().isOnOneServer());
        database() = foundation::Database::open(url());
        EXPECT_FALSE(database().isOnOneServer());
        StatementsOfABox::prepare();
    }
};
INSTANTIATE_TEST_SUITE_P(, StatementsOfAShardedBox, testing::Values(Engine::Postgresql),
                         engineName);

TEST_P(StatementsOfAShardedBox, AreAtMostTwelveToo)
{
    statementsOf(3, 1); // prepares them on this connection
    EXPECT_LE(statementsOf(kItems, 2), kMost);
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

} // namespace
} // namespace giftbox::tests::round_trips_test
