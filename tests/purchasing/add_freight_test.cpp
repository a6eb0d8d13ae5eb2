#include "purchasing/add_freight.h"
#include "purchasing/reverse_receipt.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::add_freight_test {
namespace {

using books::MonthFigure;
using budget::CapAction;
using purchasing::DeliveryNo;
using purchasing::SharedBy;

/// Delivery 1 has 10 mugs for 100.00 and 2 hats for 50.00.
class AddFreight : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        item("HAT-01");
        recipient("C-1");
        deliver({{.sku = "MUG-01", .units = 10, .cost = money("100.00")},
                 {.sku = "HAT-01", .units = 2, .cost = money("50.00")}},
                "");
    }
    void deliver(std::vector<purchasing::DeliveryLine> lines, const std::string& reason)
    {
        write([&](auto& tx) {
            return purchasing::receiveDelivery(
                tx, {.receivedOn = day("2026-03-01"), .reason = reason, .lines = std::move(lines)});
        });
    }
    purchasing::AddedFreight add(const std::string& amount, SharedBy by = SharedBy::Value,
                                 const std::string& reference = "F-1", std::int64_t delivery = 1)
    {
        const Money charged = money(amount);
        return write([&](auto& tx) {
            return purchasing::addFreight(tx, {.delivery = DeliveryNo{delivery},
                                               .amount = charged,
                                               .by = by,
                                               .supplier = "Speedy",
                                               .reference = reference});
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(AddFreight);

TEST_P(AddFreight, IsSharedByValueToTheCent)
{
    const auto done = add("10.00");
    EXPECT_EQ(done.shares[0].share, money("6.67"));
    EXPECT_EQ(done.shares[1].share, money("3.33"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{10, "106.67"}));
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{2, "53.33"}));
    EXPECT_EQ(total("2026-03").of(MonthFigure::Restock), money("160.00"));
}

TEST_P(AddFreight, IsSharedByUnitsOrByLots)
{
    add("12.00", SharedBy::Units);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{10, "110.00"}));
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{2, "52.00"}));
    add("0.01", SharedBy::Lots, "F-2");
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{10, "110.01"})) << "the first takes the cent";
    const auto all = read([](const auto& tx) { return purchasing::freightOf(tx, DeliveryNo{1}); });
    ASSERT_EQ(all.size(), 2);
    EXPECT_EQ(all[0].by, "units");
    EXPECT_EQ(all[1].reference, "F-2");
}

TEST_P(AddFreight, IsSharedByWeight)
{
    const std::string before = allRows();
    const Refusal refusal = EXPECT_REFUSAL("freight.no_weight", add("10.00", SharedBy::Weight));
    EXPECT_NE(refusal.sentence().find("HAT-01, MUG-01"), std::string::npos) << refusal.sentence();
    EXPECT_EQ(allRows(), before);
    edit("MUG-01", {{"weight", "350"}});
    EXPECT_REFUSAL("freight.no_weight", add("10.00", SharedBy::Weight));
    edit("HAT-01", {{"weight", "125"}});
    const auto done = add("10.00", SharedBy::Weight);
    EXPECT_EQ(done.shares[0].share, money("9.33")) << "3,500 of 3,750 grams";
    EXPECT_EQ(done.shares[1].share, money("0.67"));
    const auto all = read([](const auto& tx) { return purchasing::freightOf(tx, DeliveryNo{1}); });
    EXPECT_EQ(all.at(0).by, "weight");
    edit("HAT-01", {{"weight", "900"}});
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{2, "50.67"})) << "what was shared stays";
}

TEST_P(AddFreight, IsAVarianceForUnitsThatAreGone)
{
    pack("C-1", {{"MUG-01", 5}}, "2026-03-05");
    EXPECT_EQ(add("15.00").shares[0].change.variance, money("5.00"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{5, "55.00"}));
    EXPECT_EQ(total("2026-03").of(MonthFigure::Variance), money("5.00"));
}

TEST_P(AddFreight, FallsOnTheFirstOpenDayOnceTheMonthIsClosed)
{
    close("2026-03");
    EXPECT_EQ(add("15.00").shares[0].change.on, day("2026-04-01"));
    EXPECT_EQ(total("2026-04").of(MonthFigure::Restock), money("15.00"));
}

TEST_P(AddFreight, LeavesOutLotsThatWereReversed)
{
    write([](auto& tx) { return purchasing::reverseReceipt(tx, books::LotNo{1}, "twice"); });
    add("10.00");
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{2, "60.00"}));
    write([](auto& tx) { return purchasing::reverseReceipt(tx, books::LotNo{2}, "twice"); });
    EXPECT_REFUSAL("freight.no_lots", add("10.00", SharedBy::Value, "F-2"));
}

TEST_P(AddFreight, IsRecordedOncePerSupplierAndReference)
{
    add("10.00");
    EXPECT_REFUSAL("freight.exists", add("10.00"));
}

TEST_P(AddFreight, HasAnAmountAReferenceADeliveryAndSomethingToBeSharedBy)
{
    EXPECT_REFUSAL("freight.amount_needed", add("0.00"));
    EXPECT_REFUSAL("cost.negative", add("-1.00"));
    EXPECT_REFUSAL("text.missing", add("1.00", SharedBy::Value, ""));
    EXPECT_REFUSAL("delivery.unknown", add("1.00", SharedBy::Value, "F-1", 9));
    EXPECT_EQ(codeOf([] { (void)purchasing::parseSharedBy("color"); }), "freight.by_unknown");
    deliver({{.sku = "MUG-01", .units = 1, .cost = money("0.00")}}, "sample");
    EXPECT_REFUSAL("freight.no_value", add("1.00", SharedBy::Value, "F-1", 2));
    add("1.00", SharedBy::Units, "F-1", 2);
}

TEST_P(AddFreight, IsTestedAgainstTheCapAsAWhole)
{
    cap("month.restock", "155.00", CapAction::Stop);
    const Refusal refusal = EXPECT_REFUSAL("budget.month_restock_exceeded", add("10.00"));
    EXPECT_NE(refusal.sentence().find("160.00 USD"), std::string::npos) << refusal.sentence();
    add("5.00");
}

} // namespace
} // namespace giftbox::tests::add_freight_test
