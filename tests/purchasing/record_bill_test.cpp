#include "purchasing/record_bill.h"
#include "purchasing/reverse_receipt.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::record_bill_test {
namespace {

using books::LotNo;
using books::MonthFigure;
using purchasing::Bill;
using purchasing::DeliveryNo;

/// Delivery 1 has lot 1, 10 mugs for 100.00, and lot 2, 2 hats for 50.00; lot 3 is a hat for 25.00.
class RecordBill : public StoreFixture {
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
        stock("HAT-01", 1, "25.00", "2026-03-04");
    }
    Bill bill(std::int64_t amount)
    {
        return {.supplier = "Harbor",
                .reference = "B-1",
                .on = day("2026-04-10"),
                .amount = {amount},
                .deliveries = {DeliveryNo{1}}};
    }
    purchasing::RecordedBill record(const Bill& bill)
    {
        return write([&](auto& tx) { return purchasing::recordBill(tx, bill); });
    }
    std::string unbilled()
    {
        return read([](const auto& tx) {
            std::string lots;
            for (const auto& lot : purchasing::unbilledAfter(tx, {}, 10)) {
                lots += std::to_string(lot.lot.value) + " ";
            }
            return lots;
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(RecordBill);

TEST_P(RecordBill, OfWhatWasReceivedChangesNoCost)
{
    EXPECT_EQ(unbilled(), "1 2 3 ");
    const auto done = record(bill(15000));
    EXPECT_EQ(done.lots.size(), 2);
    EXPECT_EQ(done.difference, Money{});
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{10, "100.00"}));
    EXPECT_EQ(unbilled(), "3 ");
}

TEST_P(RecordBill, ThatDiffersChangesTheReceiptsByTheirCost)
{
    pack("C-1", {{"MUG-01", 5}}, "2026-03-05");
    const auto done = record(bill(15300));
    EXPECT_EQ(done.lots[0].amount, money("102.00"));
    EXPECT_EQ(done.lots[1].amount, money("51.00"));
    EXPECT_EQ(done.variance, money("1.00"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{5, "51.00"}));
    EXPECT_EQ(total("2026-03").of(MonthFigure::Restock), money("178.00"));
    EXPECT_EQ(total("2026-03").of(MonthFigure::Variance), money("1.00"));
}

TEST_P(RecordBill, LeavesTheFreightInTheCost)
{
    write([](auto& tx) {
        return purchasing::addFreight(tx, {.delivery = DeliveryNo{1},
                                           .amount = Money{1500},
                                           .supplier = "Speedy",
                                           .reference = "F-1"});
    });
    EXPECT_EQ(record(bill(15000)).difference, Money{});
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{10, "110.00"}));
}

TEST_P(RecordBill, MayHaveADateInAClosedMonth)
{
    close("2026-03");
    Bill late = bill(15150);
    late.on = day("2026-03-20");
    EXPECT_EQ(record(late).lots[0].change.on, day("2026-04-01"));
    EXPECT_EQ(total("2026-04").of(MonthFigure::Restock), money("1.50"));
}

TEST_P(RecordBill, IsForDeliveriesAndLotsTogether)
{
    Bill both = bill(17500);
    both.lots = {LotNo{3}, LotNo{1}};
    EXPECT_EQ(record(both).lots.size(), 3) << "lot 1 is there once";
    EXPECT_EQ(unbilled(), "");
}

TEST_P(RecordBill, IsRecordedOnceAndEachLotIsBilledOnce)
{
    record(bill(15000));
    Bill again = bill(2500);
    again.deliveries = {};
    again.lots = {LotNo{3}};
    EXPECT_REFUSAL("bill.exists", record(again));
    again.reference = "B-2";
    again.lots = {LotNo{1}, LotNo{3}};
    EXPECT_REFUSAL("bill.lot_billed", record(again));
    again.lots = {};
    again.deliveries = {DeliveryNo{1}};
    EXPECT_REFUSAL("bill.no_lots", record(again));
    again.reference = "B-1";
    again.supplier = "Somebody else";
    again.lots = {LotNo{3}};
    record(again);
}

TEST_P(RecordBill, SaysEveryFaultAtOnce)
{
    Bill wrong{.supplier = "", .reference = "", .on = day("2026-09-01"), .amount = {-1}};
    wrong.lots = {LotNo{9}};
    wrong.deliveries = {DeliveryNo{9}};
    const Refusal refusal = EXPECT_REFUSAL("text.missing", record(wrong));
    EXPECT_EQ(refusal.faults().size(), 6U);
    EXPECT_EQ(refusal.faults().back()->code(), "lot.unknown");
}

TEST_P(RecordBill, LeavesOutWhatWasReversedAndWhatCostNothing)
{
    write([](auto& tx) { return purchasing::reverseReceipt(tx, LotNo{1}, "twice"); });
    EXPECT_EQ(unbilled(), "2 3 ");
    EXPECT_EQ(record(bill(6000)).lots.size(), 1);
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{3, "85.00"}));
    const auto free = receive({.sku = "MUG-01",
                               .units = 1,
                               .cost = {},
                               .receivedOn = day("2026-03-07"),
                               .reason = "sample"});
    Bill sample = bill(100);
    sample.reference = "B-9";
    sample.deliveries = {};
    sample.lots = {free.lot};
    EXPECT_REFUSAL("bill.no_value", record(sample));
    sample.amount = {};
    record(sample);
}

} // namespace
} // namespace giftbox::tests::record_bill_test
