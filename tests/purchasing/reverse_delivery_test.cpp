#include "gifting/plan_box.h"
#include "purchasing/reverse_delivery.h"
#include "tests/purchasing/order_fixture.h"

namespace giftbox::tests::reverse_delivery_test {
namespace {

using budget::CapAction;
using purchasing::DeliveryNo;

/// Delivery 1 is lots 2 and 3: 6 hats for 30.00 and 3 mugs for 12.00.
class ReverseDelivery : public OrderFixture {
protected:
    void prepare() override
    {
        OrderFixture::prepare();
        recipient("C-1");
        receiveBoth();
    }
    void receiveBoth()
    {
        comes({.supplier = "CAPS",
               .reference = "DN-1",
               .lines = {{.sku = "HAT-01", .units = 6, .cost = money("30.00")},
                         {.sku = "MUG-01", .units = 3, .cost = money("12.00")}}});
    }
    std::vector<purchasing::ReversedReceipt> reverse(std::int64_t number = 1,
                                                     const std::string& reason = "entered twice")
    {
        return write(
            [&](auto& tx) { return purchasing::reverseDelivery(tx, DeliveryNo{number}, reason); });
    }
    std::int64_t lastEvent()
    {
        return std::stoll(
            raw().column("SELECT MAX(event_seq) FROM event WHERE store_id = " + storeId()).front());
    }
};
GIFTBOX_ON_BOTH_ENGINES(ReverseDelivery);

TEST_P(ReverseDelivery, TakesEveryLotOutInOneEvent)
{
    cap("month.restock", "100.00", CapAction::Stop);
    const std::int64_t events = lastEvent();
    const auto done = reverse();
    ASSERT_EQ(done.size(), 2U);
    EXPECT_EQ(done[0].receipt.sku, "HAT-01");
    EXPECT_EQ(done[0].unitsNow, 4);
    EXPECT_EQ(done[1].remaining, money("80.00")) << "20.00 were received alone";
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{4, "20.00"}));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{0, "0.00"}));
    EXPECT_EQ(lastEvent(), events + 1);
    EXPECT_NE(lastDetail().find(R"("lines":2,"units":-9,"cost":"-42.00")"), std::string::npos)
        << lastDetail();
    receiveBoth(); // its reference is free again
}

TEST_P(ReverseDelivery, IsRefusedAsAWholeWithEveryLineInTheWay)
{
    pack("C-1", {{"HAT-01", 5}, {"MUG-01", 1}}, "2026-06-15");
    const std::string before = allRows();
    const Refusal refusal = EXPECT_REFUSAL("receipt.used", reverse());
    ASSERT_EQ(refusal.faults().size(), 2U);
    EXPECT_EQ(refusal.faults()[0]->sentence().substr(0, 8), "Line 1: ");
    EXPECT_NE(refusal.faults()[1]->sentence().find("1 in box 1"), std::string::npos)
        << refusal.faults()[1]->sentence();
    EXPECT_EQ(allRows(), before);
}

TEST_P(ReverseDelivery, IsRefusedWhilePlannedBoxesReserveItsUnits)
{
    write([](auto& tx) {
        return gifting::planBox(
            tx, {.recipient = "C-1", .lines = {{"MUG-01", 2}}, .month = month("2026-06")});
    });
    const std::string before = allRows();
    EXPECT_REFUSAL("receipt.reserved", reverse());
    EXPECT_EQ(allRows(), before);
}

TEST_P(ReverseDelivery, LeavesOutWhatWasReversedBefore)
{
    write([](auto& tx) { return purchasing::reverseReceipt(tx, {2}, "wrong"); });
    EXPECT_EQ(reverse().size(), 1U);
    const std::string before = allRows();
    EXPECT_REFUSAL("delivery.reversed", reverse());
    EXPECT_REFUSAL("delivery.unknown", reverse(7));
    EXPECT_REFUSAL("text.missing", reverse(1, ""));
    EXPECT_EQ(allRows(), before);
}

TEST_P(ReverseDelivery, ExpectsWhatItsOrderOrderedAgain)
{
    const auto number = ordered();
    const auto unfinished = [&] {
        return read([](const auto& tx) { return purchasing::unfinishedOrders(tx).size(); });
    };
    come(number);
    EXPECT_EQ(unfinished(), 0U);
    reverse(2);
    EXPECT_EQ(stateOf(number), "ordered");
    EXPECT_EQ(unfinished(), 1U);
}

TEST_P(ReverseDelivery, FallsOnTheFirstOpenDayWhenItsMonthIsClosed)
{
    itIs("2026-07-02");
    close("2026-06");
    const auto done = reverse();
    EXPECT_EQ(done[0].on, day("2026-07-01"));
    EXPECT_EQ(total("2026-07").of(books::MonthFigure::Restock), money("-42.00"));
}

} // namespace
} // namespace giftbox::tests::reverse_delivery_test
