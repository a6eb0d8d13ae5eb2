#include "exchange/export.h"
#include "purchasing/correct_receipt.h"
#include "purchasing/unusual_cost.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::unusual_cost_test {
namespace {

using purchasing::isUnusual;

TEST(IsUnusual, FromThreeTimesOnAndDownFromAThird)
{
    EXPECT_TRUE(isUnusual(Money{300}, 1, Money{100}, 1));
    EXPECT_FALSE(isUnusual(Money{299}, 1, Money{100}, 1));
    EXPECT_TRUE(isUnusual(Money{100}, 3, Money{100}, 1));
    EXPECT_FALSE(isUnusual(Money{101}, 3, Money{100}, 1));
    EXPECT_TRUE(isUnusual(Money{0}, 3, Money{100}, 1));
    EXPECT_TRUE(isUnusual(Money{1}, 3, Money{0}, 1));
    EXPECT_FALSE(isUnusual(Money{700}, 7, Money{1000}, 10));
}

TEST(IsUnusual, IsExactWhereProductsDoNotFit)
{
    const Money most{10'000'000'000'000};
    EXPECT_FALSE(isUnusual(most, 999'999'999, most, 1'000'000'000));
    EXPECT_TRUE(isUnusual(most, 333'333'333, most, 1'000'000'000));
    EXPECT_FALSE(isUnusual(most, 333'333'334, most, 1'000'000'000));
}

/// Stock: 10 mugs for 100.00; hats were never bought.
class UnusualCost : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        item("HAT-01");
        stock("MUG-01", 10, "100.00", "2026-06-01");
        nothingIsConfirmed();
    }
    void buy(const std::string& sku, std::int64_t units, const std::string& cost,
             const std::string& reason = "")
    {
        receive({.sku = sku,
                 .units = units,
                 .cost = money(cost),
                 .receivedOn = day("2026-06-02"),
                 .reference = {},
                 .reason = reason});
    }
};
GIFTBOX_ON_BOTH_ENGINES(UnusualCost);

TEST_P(UnusualCost, IsAskedAboutWithBothFigures)
{
    EXPECT_EQ(EXPECT_REFUSAL("cost.unusual", buy("MUG-01", 10, "1000.00")).sentence(),
              "Item MUG-01 would cost 100.00 USD per unit. The last time it cost 10.00 USD. "
              "Confirm it if the cost of all units together is right.");
    EXPECT_REFUSAL("cost.unusual", buy("MUG-01", 100, "100.00"));
    buy("MUG-01", 10, "299.99");
    allIsConfirmed();
    buy("MUG-01", 1, "1000.00");
    nothingIsConfirmed();
    buy("MUG-01", 1, "1000.00");
}

TEST_P(UnusualCost, IsAskedAboutTogetherWithAFarDateSoThatNeitherIsConfirmedUnseen)
{
    const std::string before = allRows();
    const Refusal both = EXPECT_REFUSAL("date.far", receive({.sku = "MUG-01",
                                                             .units = 10,
                                                             .cost = money("1000.00"),
                                                             .receivedOn = day("2025-06-02"),
                                                             .reference = {},
                                                             .reason = {}}));
    ASSERT_EQ(both.faults().size(), 2U);
    EXPECT_EQ(both.faults()[1]->code(), "cost.unusual");
    EXPECT_EQ(allRows(), before);
}

TEST_P(UnusualCost, IsNotAskedAboutForTheFirstLotOfAnItem)
{
    buy("HAT-01", 1, "1000.00");
    EXPECT_REFUSAL("cost.unusual", buy("HAT-01", 1, "1.00"));
}

TEST_P(UnusualCost, OfNothingNeedsAReasonToo)
{
    EXPECT_REFUSAL("cost.reason_needed", buy("HAT-01", 1, "0.00"));
    EXPECT_EQ(EXPECT_REFUSAL("cost.unusual", buy("HAT-01", 1, "0.00", "sample")).sentence(),
              "Item HAT-01 would cost nothing. Confirm it if that is right.");
    allIsConfirmed();
    EXPECT_REFUSAL("cost.reason_needed", buy("HAT-01", 1, "0.00"));
    buy("HAT-01", 1, "0.00", "sample");
}

TEST_P(UnusualCost, IsThatOfTheReceiptAsCorrected)
{
    const Money corrected = money("1000.00");
    write([&](auto& tx) {
        return purchasing::correctReceipt(
            tx, {.lot = books::LotNo{1}, .cost = corrected, .reason = "typed wrong"});
    });
    buy("MUG-01", 10, "1000.00");
}

TEST_P(UnusualCost, OfAFileIsAskedAboutOnceWithItsFirstRow)
{
    const std::string head = "received_on,sku,units,total_cost,reference,reason\n";
    const std::string rows = "2026-06-02,HAT-01,2,10.00,R-1,\n"
                             "2026-06-02,HAT-01,2,100.00,R-2,\n"
                             "2026-06-02,MUG-01,2,0.00,R-3,sample\n";
    const Refusal asked = EXPECT_REFUSAL("cost.unusual", importReceipts(head + rows));
    EXPECT_NE(asked.sentence().find("line 3. Item HAT-01 would cost 50.00 USD per unit"),
              std::string::npos)
        << asked.sentence();
    EXPECT_REFUSAL("import.rejected", importReceipts(head + "2026-06-02,MUG-01,2,0.00,R-3,\n"));
    allIsConfirmed();
    EXPECT_EQ(importReceipts(head + rows).added, 3);
    nothingIsConfirmed();
    EXPECT_EQ(importReceipts(head + rows).unchanged, 3);
}

TEST_P(UnusualCost, GoesIntoFilesWithItsReason)
{
    allIsConfirmed();
    buy("HAT-01", 1, "0.00", "sample");
    const std::string receipts =
        csv([](const auto& tx, auto& out) { exchange::exportReceipts(tx, {}, out); });
    EXPECT_NE(receipts.find("2026-06-02,HAT-01,1,0.00,R-2,,purchase,1,sample\r\n"),
              std::string::npos)
        << receipts;
    EXPECT_EQ(importReceipts(receipts).unchanged, 2);
    const std::string movements =
        csv([](const auto& tx, auto& out) { exchange::exportMovements(tx, {}, out); });
    EXPECT_NE(movements.find("receipt,HAT-01,2,1,0.00,,R-2,sample,"), std::string::npos)
        << movements;
}

} // namespace
} // namespace giftbox::tests::unusual_cost_test
