#include "purchasing/correct_receipt.h"
#include "purchasing/record_bill.h"
#include "purchasing/recorded_bill.h"
#include "purchasing/reverse_charge.h"
#include "purchasing/reverse_receipt.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::reverse_charge_test {
namespace {

using books::LotNo;
using books::MonthFigure;
using budget::CapAction;
using purchasing::DeliveryNo;

/// Delivery 1 has lot 1, 10 mugs for 100.00, and lot 2, 2 hats for 50.00. Five mugs are gone.
class ReverseCharge : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        item("HAT-01");
        recipient("C-1");
        write([](auto& tx) {
            return purchasing::receiveDelivery(
                tx, {.receivedOn = day("2026-03-01"),
                     .supplier = "Harbor",
                     .reference = "D-1",
                     .lines = {{.sku = "MUG-01", .units = 10, .cost = Money{10000}},
                               {.sku = "HAT-01", .units = 2, .cost = Money{5000}}}});
        });
        pack("C-1", {{"MUG-01", 5}}, "2026-03-05");
    }
    void bill(std::int64_t amount, const std::string& reference = "B-1")
    {
        write([&](auto& tx) {
            return purchasing::recordBill(tx, {.supplier = "Harbor",
                                               .reference = reference,
                                               .on = day("2026-04-10"),
                                               .amount = {amount},
                                               .deliveries = {DeliveryNo{1}}});
        });
    }
    void freight(std::int64_t amount)
    {
        write([&](auto& tx) {
            return purchasing::addFreight(tx, {.delivery = DeliveryNo{1},
                                               .amount = {amount},
                                               .supplier = "Speedy",
                                               .reference = "F-1"});
        });
    }
    auto reverseBill(std::int64_t number, const std::string& reason = "not ours")
    {
        return write([&](auto& tx) { return purchasing::reverseBill(tx, number, reason); });
    }
    auto reverseFreight(std::int64_t number)
    {
        return write([&](auto& tx) { return purchasing::reverseFreight(tx, number, "twice"); });
    }
    std::string bills(const purchasing::BillsWanted& wanted = {})
    {
        return read([&](const auto& tx) {
            std::string text;
            for (const auto& one : purchasing::billsBefore(tx, wanted, std::nullopt, 10)) {
                text += one.reference + " " + std::string(one.state()) + " ";
            }
            return text;
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(ReverseCharge);

TEST_P(ReverseCharge, OfABillGivesItsReceiptsTheirCostBack)
{
    bill(15300);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{5, "51.00"}));
    const auto done = reverseBill(1);
    EXPECT_EQ(done.lots.size(), 2U);
    EXPECT_EQ(done.variance, money("-1.00"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{5, "50.00"}));
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{2, "50.00"}));
    EXPECT_EQ(total("2026-03").of(MonthFigure::Restock), money("150.00"));
    EXPECT_EQ(total("2026-03").of(MonthFigure::Variance), money("0.00"));
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(ReverseCharge, OfABillLeavesItsNumberAndItsLotsToAnother)
{
    bill(15300);
    EXPECT_REFUSAL("bill.exists", bill(15000));
    reverseBill(1);
    bill(14700);
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{2, "49.00"}));
    EXPECT_EQ(bills(), "B-1 recorded B-1 reversed ");
    reverseBill(2);
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{2, "50.00"})) << "each takes back its own";
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(ReverseCharge, OfFreightTakesEachShareOff)
{
    freight(1500);
    bill(15300);
    reverseFreight(1);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{5, "51.00"}));
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{2, "51.00"}));
    EXPECT_EQ(total("2026-03").of(MonthFigure::Restock), money("153.00"));
    freight(300);
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{2, "52.00"})) << "its reference is free again";
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(ReverseCharge, SharesWhatIsTakenOffBetweenUnitsLeftAndGoneThen)
{
    freight(1500);
    pack("C-1", {{"MUG-01", 4}}, "2026-03-06");
    EXPECT_EQ(reverseFreight(1).variance, money("-9.00"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{1, "10.00"}));
}

TEST_P(ReverseCharge, FallsOnTheFirstOpenDayOnceTheMonthIsClosed)
{
    freight(1500);
    close("2026-03");
    EXPECT_EQ(reverseFreight(1).lots[0].change.on, day("2026-04-01"));
    EXPECT_EQ(total("2026-03").of(MonthFigure::Restock), money("165.00"));
    EXPECT_EQ(total("2026-04").of(MonthFigure::Restock), money("-15.00"));
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(ReverseCharge, LeavesOutReceiptsThatWereReversedSince)
{
    freight(1500);
    write([](auto& tx) { return purchasing::reverseReceipt(tx, LotNo{2}, "never came"); });
    EXPECT_EQ(reverseFreight(1).lots.size(), 1U);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{5, "50.00"}));
}

TEST_P(ReverseCharge, IsNeverHeldBackByACap)
{
    bill(14700);
    cap("month.restock", "0.00", CapAction::Stop);
    reverseBill(1);
    EXPECT_EQ(total("2026-03").of(MonthFigure::Restock), money("150.00"));
}

TEST_P(ReverseCharge, IsRefusedASecondTimeAndWithoutAReason)
{
    bill(15300);
    freight(1500);
    EXPECT_REFUSAL("bill.unknown", reverseBill(2));
    EXPECT_REFUSAL("freight.unknown", reverseFreight(2));
    EXPECT_REFUSAL("text.missing", reverseBill(1, ""));
    reverseBill(1);
    reverseFreight(1);
    EXPECT_EQ(EXPECT_REFUSAL("bill.reversed", reverseBill(1)).sentence(),
              "Bill B-1 of Harbor was already reversed on 2026-06-15.");
    EXPECT_EQ(EXPECT_REFUSAL("freight.reversed", reverseFreight(1)).sentence(),
              "Freight F-1 of Speedy was already reversed on 2026-06-15.");
}

TEST_P(ReverseCharge, IsRefusedWhereAReceiptCostsLessSince)
{
    freight(1500);
    write([](auto& tx) {
        return purchasing::correctReceipt(
            tx, {.lot = LotNo{2}, .cost = Money{300}, .reason = "free of charge"});
    });
    EXPECT_EQ(EXPECT_REFUSAL("receipt.cost_below", reverseFreight(1)).sentence(),
              "Receipt D-1 for item HAT-01 costs 3.00 USD, so 5.00 USD cannot be taken off. "
              "Correct the cost of lot 2 first.");
}

TEST_P(ReverseCharge, LeavesTheBillInAListOfWhichEachIsFound)
{
    bill(15300);
    reverseBill(1);
    bill(15000, "B-2");
    EXPECT_EQ(bills({.supplier = "HARBOR"}), "B-2 recorded B-1 reversed ");
    EXPECT_EQ(bills({.supplier = "Speedy"}), "");
    EXPECT_EQ(bills({.state = "reversed"}), "B-1 reversed ");
    EXPECT_EQ(bills({.period = {.from = day("2026-04-11"), .to = {}}}), "");
    EXPECT_EQ(bills({.period = {.from = {}, .to = day("2026-04-10")}}),
              "B-2 recorded B-1 reversed ");
    const auto lots = read([](const auto& tx) { return purchasing::lotsOfBill(tx, 1); });
    EXPECT_EQ(lots[0].change, money("2.00"));
}

} // namespace
} // namespace giftbox::tests::reverse_charge_test
