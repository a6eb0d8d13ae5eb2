#include "purchasing/recorded_delivery.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::receive_delivery_test {
namespace {

using budget::CapAction;
using purchasing::Delivery;
using purchasing::DeliveryLine;
using purchasing::ReceivedDelivery;

class ReceiveDelivery : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        item("HAT-01");
        add({.sku = "PEN-01", .name = "Pen", .barcode = "4006381333931", .packSize = 12});
        recipient("C-1");
    }
    Delivery delivery(std::vector<DeliveryLine> lines)
    {
        return {.receivedOn = day("2026-03-01"),
                .supplier = "Harbor",
                .reference = "INV-7",
                .lines = std::move(lines)};
    }
    ReceivedDelivery receiveAll(const Delivery& delivery)
    {
        return write([&](auto& tx) { return purchasing::receiveDelivery(tx, delivery); });
    }
    DeliveryLine line(const std::string& sku, std::int64_t units, const std::string& cost)
    {
        return {.sku = sku, .units = units, .cost = money(cost)};
    }
    /// All faults, one per line.
    static std::string faultsOf(const Refusal& refusal)
    {
        std::string all;
        for (const Refusal* fault : refusal.faults()) {
            all += fault->sentence() + "\n";
        }
        return all;
    }
};
GIFTBOX_ON_BOTH_ENGINES(ReceiveDelivery);

TEST_P(ReceiveDelivery, PutsEachLineOnTheShelfAsALotThatNamesIt)
{
    const ReceivedDelivery done =
        receiveAll(delivery({line("MUG-01", 5, "25.00"), line("HAT-01", 2, "13.00")}));
    EXPECT_EQ(done.number.value, 1);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{5, "25.00"}));
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{2, "13.00"}));
    EXPECT_EQ(total("2026-03").of(books::MonthFigure::Restock), money("38.00"));
    const auto lots = read([&](const auto& tx) { return purchasing::lotsOf(tx, done.number); });
    ASSERT_EQ(lots.size(), 2);
    EXPECT_EQ(lots[0].sku, "MUG-01");
    EXPECT_EQ(lots[0].lot, done.lines[0].lot.lot);
    EXPECT_EQ(lots[1].cost, money("13.00"));
    EXPECT_NE(lastDetail().find(R"("lines":2,"units":7,"cost":"38.00")"), std::string::npos);
}

TEST_P(ReceiveDelivery, TakesPacksAndPricesAndItemsByTheirBarcode)
{
    receiveAll(delivery({{.sku = "4006381333931", .packs = 3, .price = money("0.45")},
                         {.sku = "MUG-01", .packs = 2, .packSize = 6, .cost = money("60.00")}}));
    EXPECT_EQ(onShelf("PEN-01"), (OnShelf{36, "16.20"}));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{12, "60.00"}));
}

TEST_P(ReceiveDelivery, TakesUnitsAndCostsThatAreTypedTwiceIfTheyAgree)
{
    receiveAll(delivery({{.sku = "PEN-01",
                          .units = 24,
                          .packs = 2,
                          .cost = money("12.00"),
                          .price = money("0.50")}}));
    EXPECT_EQ(onShelf("PEN-01"), (OnShelf{24, "12.00"}));
}

TEST_P(ReceiveDelivery, SaysEveryFaultOfEveryLineAtOnce)
{
    retire("HAT-01");
    const Refusal refusal = EXPECT_REFUSAL(
        "delivery.units_needed",
        receiveAll(delivery(
            {{.sku = "MUG-01", .cost = money("1.00")},
             line("NOPE", 1, "1.00"),
             line("HAT-01", 1, "1.00"),
             {.sku = "PEN-01", .units = 25, .packs = 2, .cost = money("9.00")},
             {.sku = "MUG-01", .units = 2},
             {.sku = "MUG-01", .units = 2, .cost = money("9.00"), .price = money("4.00")}})));
    EXPECT_EQ(faultsOf(refusal),
              "Line 1: Enter the units, or the packs.\n"
              "Line 4: 2 packs of 12 are 24 units, not 25. Enter one of the two, or correct it.\n"
              "Line 5: Enter the total cost, or the price of one unit.\n"
              "Line 6: 2 units at 4.00 USD are 8.00 USD, not 9.00 USD. Enter one of the two, or "
              "correct it.\n"
              "Line 2: There is no item NOPE. `giftbox item list` shows the catalog, and `giftbox "
              "item add` adds to it.\n"
              "Line 3: Item HAT-01 is retired. Receive another item.\n");
}

TEST_P(ReceiveDelivery, ComparesTheSumWithThePaper)
{
    Delivery typed = delivery({line("MUG-01", 5, "25.00"), line("HAT-01", 2, "13.00")});
    typed.total = money("39.50");
    EXPECT_EQ(EXPECT_REFUSAL("delivery.total_differs", receiveAll(typed)).sentence(),
              "The lines add up to 38.00 USD, and the paper says 39.50 USD: a difference of 1.50 "
              "USD. Check each line against the paper.");
    typed.total = money("38.00");
    receiveAll(typed);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{5, "25.00"}));
}

TEST_P(ReceiveDelivery, HasLines)
{
    EXPECT_REFUSAL("delivery.no_lines", receiveAll(delivery({})));
    EXPECT_REFUSAL("delivery.item_needed", receiveAll(delivery({{.units = 1}})));
    EXPECT_REFUSAL("delivery.too_many_lines",
                   receiveAll(delivery(std::vector(501, line("MUG-01", 1, "5.00")))));
    EXPECT_REFUSAL("delivery.cost_needed", receiveAll(delivery({{.sku = "MUG-01", .units = 1}})));
    EXPECT_REFUSAL("delivery.units_differ",
                   receiveAll(delivery({{.sku = "PEN-01", .units = 1, .packs = 1}})));
    EXPECT_REFUSAL(
        "delivery.cost_differs",
        receiveAll(delivery(
            {{.sku = "MUG-01", .units = 1, .cost = money("1.00"), .price = money("2.00")}})));
    EXPECT_REFUSAL("delivery.unknown", read([&](const auto& tx) {
                       return purchasing::requireDelivery(tx, purchasing::DeliveryNo{1});
                   }));
}

TEST_P(ReceiveDelivery, IsTestedAgainstTheCapAsAWhole)
{
    cap("month.restock", "30.00", CapAction::Stop);
    const Refusal refusal =
        EXPECT_REFUSAL("budget.month_restock_exceeded",
                       receiveAll(delivery({line("MUG-01", 5, "25.00"), line("HAT-01", 2, "13.00"),
                                            line("PEN-01", 2, "3.00")})));
    EXPECT_EQ(refusal.faults().size(), 1U);
    EXPECT_NE(refusal.sentence().find("41.00 USD"), std::string::npos) << refusal.sentence();
}

TEST_P(ReceiveDelivery, WarnsOfACapThatOnlyWarns)
{
    cap("month.restock", "30.00", CapAction::Warn);
    const ReceivedDelivery done =
        receiveAll(delivery({line("MUG-01", 5, "25.00"), line("HAT-01", 2, "13.00")}));
    EXPECT_TRUE(done.lines[0].lot.verdict.warned.empty());
    EXPECT_EQ(done.lines[1].lot.verdict.warned.size(), 1);
    EXPECT_EQ(done.lines[1].lot.remaining, money("-8.00"));
}

TEST_P(ReceiveDelivery, AsksOnceAboutAllOddCostsAndTheDay)
{
    stock("MUG-01", 5, "25.00", "2026-02-01");
    stock("HAT-01", 5, "25.00", "2026-02-01");
    nothingIsConfirmed();
    Delivery typed = delivery(
        {line("MUG-01", 5, "250.00"), line("PEN-01", 1, "1.00"), line("HAT-01", 5, "2.00")});
    const Refusal refusal = EXPECT_REFUSAL("cost.unusual", receiveAll(typed));
    EXPECT_EQ(faultsOf(refusal),
              "Line 1: Item MUG-01 would cost 50.00 USD per unit. The last time it cost 5.00 USD. "
              "Confirm it if the cost of all units together is right.\n"
              "Line 3: Item HAT-01 would cost 0.40 USD per unit. The last time it cost 5.00 USD. "
              "Confirm it if the cost of all units together is right.\n");
    allIsConfirmed();
    receiveAll(typed);
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{10, "27.00"}));
}

TEST_P(ReceiveDelivery, NeedsAReasonForALineThatCostsNothing)
{
    Delivery typed = delivery({line("MUG-01", 5, "0.00")});
    EXPECT_REFUSAL("cost.reason_needed", receiveAll(typed));
    typed.reason = "sample";
    receiveAll(typed);
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{5, "0.00"}));
}

TEST_P(ReceiveDelivery, IsRefusedWhenALineIsThereAlready)
{
    receiveAll(delivery({line("MUG-01", 5, "25.00")}));
    EXPECT_REFUSAL("receipt.exists",
                   receiveAll(delivery({line("HAT-01", 1, "5.00"), line("MUG-01", 5, "25.00")})));
}

TEST_P(ReceiveDelivery, TakesAnItemOnTwoLines)
{
    receiveAll(delivery({line("MUG-01", 5, "25.00"), line("MUG-01", 5, "20.00")}));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{10, "45.00"}));
    EXPECT_REFUSAL("receipt.exists", receiveAll(delivery({line("MUG-01", 5, "25.00")})));
}

TEST_P(ReceiveDelivery, SaysOnceWhatIsWrongWithTheDocument)
{
    Delivery typed = delivery({line("MUG-01", 5, "25.00"), line("HAT-01", 2, "13.00")});
    typed.receivedOn = day("2026-07-01");
    typed.source = "gift";
    const Refusal refusal = EXPECT_REFUSAL("date.in_future", receiveAll(typed));
    EXPECT_EQ(refusal.faults().size(), 2U) << faultsOf(refusal);
    close("2026-03");
    EXPECT_REFUSAL("month.closed", receiveAll(delivery({line("MUG-01", 5, "25.00")})));
}

TEST_P(ReceiveDelivery, OfThePartsDepartmentHasATicketAndWhoAuthorizedIt)
{
    Delivery typed = delivery({line("MUG-01", 5, "25.00")});
    typed.source = "parts_transfer";
    typed.reference = "";
    const Refusal refusal = EXPECT_REFUSAL("text.missing", receiveAll(typed));
    EXPECT_EQ(faultsOf(refusal), "Enter the number of the internal ticket. It cannot be empty.\n"
                                 "Enter who authorized the transfer. It cannot be empty.\n");
    typed.reference = "T-551";
    typed.authorizedBy = "Dana";
    const ReceivedDelivery done = receiveAll(typed);
    const auto kept =
        read([&](const auto& tx) { return purchasing::requireDelivery(tx, done.number); });
    EXPECT_EQ(kept.authorizedBy, "Dana");
    EXPECT_EQ(kept.source, "parts_transfer");
}

TEST_P(ReceiveDelivery, GivesEachLineAReferenceWhereThePaperHasNone)
{
    Delivery typed = delivery({line("MUG-01", 5, "25.00"), line("HAT-01", 2, "13.00")});
    typed.reference = "";
    const ReceivedDelivery done = receiveAll(typed);
    EXPECT_EQ(done.lines[0].lot.reference, "R-1");
    EXPECT_EQ(done.lines[1].lot.reference, "R-2");
}

TEST_P(ReceiveDelivery, IsListedNewestFirstWithItsSums)
{
    receiveAll(delivery({line("MUG-01", 5, "25.00"), line("HAT-01", 2, "13.00")}));
    stock("HAT-01", 1, "6.00", "2026-03-02");
    Delivery second = delivery({line("PEN-01", 12, "6.00")});
    second.supplier = "";
    receiveAll(second);
    const auto all =
        read([&](const auto& tx) { return purchasing::deliveriesBefore(tx, std::nullopt, 10); });
    ASSERT_EQ(all.size(), 2);
    EXPECT_EQ(all[0].number.value, 2);
    EXPECT_EQ(all[1].lines, 2);
    EXPECT_EQ(all[1].units, 7);
    EXPECT_EQ(all[1].cost, money("38.00"));
    EXPECT_EQ(read([&](const auto& tx) {
                  return purchasing::deliveriesBefore(tx, purchasing::DeliveryNo{2}, 10).size();
              }),
              1);
}

} // namespace
} // namespace giftbox::tests::receive_delivery_test
