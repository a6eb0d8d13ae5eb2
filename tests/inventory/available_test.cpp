#include "inventory/available.h"

#include "gifting/plan_box.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::available_test {
namespace {

class ItemsAvailable : public StoreFixture {
protected:
    void prepare() override
    {
        add({.sku = "HAT-01",
             .name = "Hat",
             .category = "hats",
             .size = "M",
             .reorderPoint = 1,
             .parLevel = 4});
        packagingItem("CARTON");
        recipient("C-1");
    }
    std::vector<inventory::AvailableItem> items()
    {
        return read([](const auto& tx) { return inventory::itemsAvailable(tx); });
    }
    void plan(std::int64_t units)
    {
        write([&](auto& tx) {
            return gifting::planBox(tx, gifting::PlanRequest{.recipient = "C-1",
                                                             .lines = {{"HAT-01", units}},
                                                             .month = month("2026-03")});
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(ItemsAvailable);

TEST_P(ItemsAvailable, AreListedBySkuWithTheirWordsAndLots)
{
    stock("HAT-01", 5, "50.00", "2026-03-10");
    stock("HAT-01", 2, "10.00", "2026-03-01");
    const auto all = items();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].sku, "CARTON");
    EXPECT_EQ(all[0].kind, inventory::ItemKind::Packaging);
    EXPECT_TRUE(all[0].lots.empty());
    EXPECT_EQ(all[1].category, "hats");
    EXPECT_EQ(all[1].size, "M");
    EXPECT_EQ(all[1].parLevel, 4);
    ASSERT_EQ(all[1].lots.size(), 2U);
    EXPECT_EQ(all[1].lots.front().receivedOn, day("2026-03-01")) << "oldest first";
    EXPECT_EQ(all[1].lots.front().costLeft, money("10.00"));
    EXPECT_EQ(inventory::findAvailable(all, "HAT-01"), &all[1]);
    EXPECT_EQ(inventory::findAvailable(all, "HAT-02"), nullptr);
}

TEST_P(ItemsAvailable, LeavesOutWhatIsReservedAndWhatCameLater)
{
    stock("HAT-01", 2, "10.00", "2026-03-01");
    stock("HAT-01", 5, "50.00", "2026-03-10");
    plan(4);
    const auto hat = items()[1];
    EXPECT_EQ(hat.onHand(), 7);
    EXPECT_EQ(hat.reserved, 4);
    EXPECT_EQ(hat.available(inventory::kEver), 3);
    EXPECT_EQ(hat.available(day("2026-03-09")), 2);
    EXPECT_EQ(hat.available(day("2026-02-28")), 0);
    EXPECT_EQ(hat.abovePar(), 0);
    writeOff("HAT-01", 5, "2026-03-11");
    EXPECT_EQ(items()[1].available(inventory::kEver), 0) << "two are there and four promised";
}

TEST_P(ItemsAvailable, AreAbovePar)
{
    stock("HAT-01", 7, "10.00", "2026-03-01");
    stock("CARTON", 7, "10.00", "2026-03-01");
    EXPECT_EQ(items()[0].abovePar(), 0) << "no par level";
    EXPECT_EQ(items()[1].abovePar(), 3);
    plan(1);
    EXPECT_EQ(items()[1].abovePar(), 2);
}

} // namespace
} // namespace giftbox::tests::available_test
