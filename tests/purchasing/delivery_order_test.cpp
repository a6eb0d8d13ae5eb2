#include "purchasing/recorded_delivery.h"
#include "tests/purchasing/order_fixture.h"

namespace giftbox::tests::delivery_order_test {
namespace {

using purchasing::Delivery;
using purchasing::OrderNo;

/// Deliveries against an order of 6 hats for 30.00 and 3 mugs for 10.00.
class DeliveryAgainstOrder : public OrderFixture {
protected:
    void prepare() override
    {
        OrderFixture::prepare();
        number_ = draft("CAPS", {{"HAT-01", 6}, {"MUG-01", 3}});
        line(number_, "MUG-01", 3, "10.00");
        approve(number_);
        place(number_);
    }
    Delivery against(std::vector<purchasing::DeliveryLine> lines = {})
    {
        return {.reference = "DN-1", .order = number_, .lines = std::move(lines)};
    }
    std::int64_t toCome(std::size_t line) { return order(number_).lines.at(line).toCome(); }
    static std::string faultsOf(const Refusal& refusal)
    {
        std::string all;
        for (const Refusal* fault : refusal.faults()) {
            all += fault->sentence() + "\n";
        }
        return all;
    }
    OrderNo number_;
};
GIFTBOX_ON_BOTH_ENGINES(DeliveryAgainstOrder);

TEST_P(DeliveryAgainstOrder, HasAllThatIsStillToComeUnlessLinesAreTyped)
{
    const auto done = comes(against());
    ASSERT_EQ(done.lines.size(), 2U);
    EXPECT_EQ(done.lines[0].receipt.cost, money("30.00"));
    EXPECT_EQ(done.lines[1].receipt.cost, money("10.00"));
    EXPECT_EQ(stateOf(number_), "received");
    const auto [delivery, lots] = read([&](const auto& tx) {
        return std::pair(purchasing::requireDelivery(tx, done.number),
                         purchasing::lotsOf(tx, done.number));
    });
    EXPECT_EQ(delivery.supplier, "Cap Works") << "the order's";
    EXPECT_EQ(lots.at(1).order, number_);
    EXPECT_NE(lastDetail().find(R"("order":"PO-1")"), std::string::npos) << lastDetail();
}

TEST_P(DeliveryAgainstOrder, CompletesEachLineByItself)
{
    comes(against({{.sku = "MUG-01", .packs = 1, .packSize = 3}, {.sku = "HAT-01", .units = 2}}));
    EXPECT_EQ(stateOf(number_), "partly_received");
    EXPECT_EQ(toCome(0), 4);
    EXPECT_EQ(toCome(1), 0);
    const auto rest = comes({.order = number_});
    ASSERT_EQ(rest.lines.size(), 1U);
    EXPECT_EQ(rest.lines[0].receipt.units, 4);
    EXPECT_EQ(stateOf(number_), "received");
}

TEST_P(DeliveryAgainstOrder, CostsWhatTheOrderSaysInProportionUnlessACostIsTyped)
{
    const auto done = comes(against({{.sku = "MUG-01", .units = 1},
                                     {.sku = "mug-01", .units = 1, .cost = money("4.00")},
                                     {.sku = "HAT-01", .units = 2, .price = money("5.50")}}));
    EXPECT_EQ(done.lines[0].receipt.cost, money("3.33"));
    EXPECT_EQ(done.lines[1].receipt.cost, money("4.00"));
    EXPECT_EQ(done.lines[2].receipt.cost, money("11.00"));
    EXPECT_EQ(toCome(1), 1) << "an item on two lines";
}

TEST_P(DeliveryAgainstOrder, SaysEveryFaultOfEveryLineAndRecordsNothing)
{
    packagingItem("BOX");
    const std::string before = allRows();
    Delivery wrong = against({{.sku = "BOX", .units = 1, .cost = money("1.00")},
                              {.sku = "NOPE", .units = 1},
                              {.sku = "HAT-01"},
                              {.sku = "MUG-01", .units = 1}});
    wrong.supplier = "MUGS";
    const Refusal refusal = EXPECT_REFUSAL("order.other_supplier", comes(wrong));
    EXPECT_EQ(faultsOf(refusal),
              "PO-1 was ordered from Cap Works, not from MUGS. Leave the supplier out, or name "
              "another order.\n"
              "Line 1: Item BOX is not on PO-1. Receive it as another delivery, without the "
              "order.\n"
              "Line 2: There is no item NOPE. `giftbox item list` shows the catalog, and `giftbox "
              "item add` adds to it.\n"
              "Line 3: Enter the units, or the packs.\n");
    EXPECT_REFUSAL("order.item_not_ordered",
                   comes(against({{.sku = "BOX", .units = 1, .cost = money("1.00")}})));
    EXPECT_REFUSAL("order.unknown", comes({.order = OrderNo{7}}));
    EXPECT_EQ(allRows(), before);
}

TEST_P(DeliveryAgainstOrder, AsksOnceAboutEveryLineOfWhichMoreComesThanOrdered)
{
    nothingIsConfirmed();
    Delivery more = against({{.sku = "HAT-01", .units = 4},
                             {.sku = "MUG-01", .units = 5},
                             {.sku = "HAT-01", .units = 3}});
    const std::string before = allRows();
    const Refusal refusal = EXPECT_REFUSAL("order.more_than_ordered", comes(more));
    EXPECT_EQ(faultsOf(refusal),
              "Of item HAT-01, 7 units would have come on PO-1, which ordered 6. Confirm it if "
              "that is right.\n"
              "Of item MUG-01, 5 units would have come on PO-1, which ordered 3. Confirm it if "
              "that is right.\n");
    EXPECT_EQ(allRows(), before);
    allIsConfirmed();
    comes(more);
    EXPECT_EQ(stateOf(number_), "received");
}

TEST_P(DeliveryAgainstOrder, IsRefusedOnceTheOrderIsComplete)
{
    comes(against());
    const std::string before = allRows();
    EXPECT_REFUSAL("order.not_ordered", comes({.order = number_}));
    EXPECT_EQ(allRows(), before);
}

TEST_P(DeliveryAgainstOrder, GivesTheOrderAsTheReasonOfWhatCostsNothing)
{
    const OrderNo gift = draft("CAPS", {{"HAT-01", 2}});
    line(gift, "HAT-01", 2, "0.00");
    approve(gift);
    place(gift);
    EXPECT_EQ(come(gift).at(0).receipt.reason, "PO-2");
    EXPECT_REFUSAL("cost.reason_needed",
                   comes(against({{.sku = "HAT-01", .units = 1, .cost = money("0.00")}})));
}

TEST_P(DeliveryAgainstOrder, NamesItsSupplierAsTheStoreDoes)
{
    const auto done = comes({.supplier = "caps",
                             .reference = "INV-9",
                             .lines = {{.sku = "HAT-01", .units = 1, .cost = money("5.00")}}});
    EXPECT_EQ(
        read([&](const auto& tx) { return purchasing::requireDelivery(tx, done.number).supplier; }),
        "Cap Works");
}

} // namespace
} // namespace giftbox::tests::delivery_order_test
