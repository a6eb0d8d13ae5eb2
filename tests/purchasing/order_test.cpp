#include "purchasing/attach_receipts.h"
#include "purchasing/correct_receipt.h"
#include "purchasing/restock.h"
#include "tests/purchasing/order_fixture.h"

#include <functional>

namespace giftbox::tests::order_test {
namespace {

using purchasing::Approver;
using purchasing::OrderNo;
using purchasing::OrderState;
using purchasing::OrderStep;

class Orders : public OrderFixture {
protected:
    /// `HAT-01 16 of 4 on order, 80.00` for each line of the restocking list.
    std::vector<std::string> restock()
    {
        std::vector<std::string> all;
        for (const auto& one : read([](const auto& tx) { return purchasing::restockList(tx); })) {
            all.push_back(one.sku + " " + std::to_string(one.unitsToBuy) + ", " +
                          std::to_string(one.onOrder) + " on order" +
                          (one.buyFrom ? "" : ", from nobody"));
        }
        return all;
    }
    Money orderedInJune()
    {
        return read([](const auto& tx) {
            return orderedIn(purchasing::unfinishedOrders(tx), month("2026-06"));
        });
    }
    /// An order in the state.
    OrderNo inState(OrderState state)
    {
        using enum OrderState;
        const OrderNo number = draft("CAPS", {{"HAT-01", 24}});
        if (state == Cancelled) {
            cancel(number);
        }
        if (state == Draft || state == Cancelled) {
            return number;
        }
        approve(number);
        if (state == Approved) {
            return number;
        }
        place(number);
        if (state != Ordered) {
            come(number, {{"HAT-01", state == Received ? 24 : 10}});
        }
        if (state == ClosedShort) {
            closeShort(number);
        }
        return number;
    }
    void doStep(OrderNo number, OrderStep step)
    {
        switch (step) {
        case OrderStep::Edit:
            return did([&](auto& tx) {
                purchasing::editOrder(
                    tx, {.order = number, .expectedOn = day("2026-06-30"), .note = "by van"});
            });
        case OrderStep::Change:
            return line(number, "HAT-01", 12);
        case OrderStep::Approve:
            return static_cast<void>(approve(number));
        case OrderStep::Place:
            return place(number);
        case OrderStep::Receive:
            return static_cast<void>(come(number, {{"HAT-01", 1}}));
        case OrderStep::CloseShort:
            return closeShort(number);
        case OrderStep::Cancel:
            return cancel(number);
        }
    }
};
GIFTBOX_ON_BOTH_ENGINES(Orders);

constexpr OrderStep kSteps[] = {OrderStep::Edit,  OrderStep::Change,  OrderStep::Approve,
                                OrderStep::Place, OrderStep::Receive, OrderStep::CloseShort,
                                OrderStep::Cancel};
constexpr const char* kRefused[] = {
    "order.ended",       "order.not_draft",           "order.not_draft",     "order.not_approved",
    "order.not_ordered", "order.not_partly_received", "order.not_cancelable"};

TEST_P(Orders, GoTheDrawnStepsAndNoOthers)
{
    for (int state = 0; state <= static_cast<int>(OrderState::Cancelled); ++state) {
        const auto from = static_cast<OrderState>(state);
        for (std::size_t i = 0; i < std::size(kSteps); ++i) {
            SCOPED_TRACE(std::string(toText(from)) + ", step " + std::to_string(i));
            const OrderNo number = inState(from);
            ASSERT_EQ(order(number).state, from);
            if (const auto to = purchasing::stateAfter(from, kSteps[i])) {
                doStep(number, kSteps[i]);
                EXPECT_EQ(order(number).state, *to);
            } else {
                EXPECT_REFUSAL(kRefused[i], doStep(number, kSteps[i]));
            }
        }
    }
}

TEST_P(Orders, AreDraftedFromTheRestockListOncePerSupplierInWholePacks)
{
    edit("MUG-01", {{"supplier", "Somebody Else"}});
    item("PEN-01");
    edit("PEN-01", {{"supplier", "MUGS"}, {"reorder_point", "1"}, {"par_level", "3"}});
    EXPECT_EQ(restock(), (std::vector<std::string>{"HAT-01 16, 0 on order",
                                                   "MUG-01 9, 0 on order, from nobody",
                                                   "PEN-01 3, 0 on order"}));
    const auto drafts = draftRestock();
    ASSERT_EQ(drafts.size(), 2U);
    const auto hats = order(drafts[0]);
    EXPECT_EQ(toText(hats.number), "PO-1");
    EXPECT_EQ(hats.lines.at(0).units, 16);
    EXPECT_EQ(hats.total(), money("80.00"));
    EXPECT_EQ(hats.expectedOn, day("2026-06-25")) << "in ten days";
    EXPECT_EQ(order(drafts[1]).lines.at(0).cost, std::nullopt) << "never bought";
    EXPECT_EQ(restock(), (std::vector<std::string>{"MUG-01 9, 0 on order, from nobody"}));
    EXPECT_REFUSAL("order.nothing_to_buy", draftRestock());
}

TEST_P(Orders, CountWhatIsReservedOnceAndWhatIsOnOrder)
{
    recipient("C-1");
    write([&](auto& tx) {
        return gifting::planBox(
            tx, {.recipient = "C-1", .lines = {{"HAT-01", 3}}, .month = month("2026-06")});
    });
    edit("MUG-01", {{"reorder_point", ""}});
    EXPECT_EQ(restock(), (std::vector<std::string>{"HAT-01 20, 0 on order"})) << "20 + 3 - 4 = 19";
    const auto number = draft("CAPS", {{"HAT-01", 10}});
    EXPECT_EQ(restock(), (std::vector<std::string>{"HAT-01 12, 10 on order"})) << "19 - 10 = 9";
    cancel(number);
    EXPECT_EQ(restock(), (std::vector<std::string>{"HAT-01 20, 0 on order"}));
    did([](auto& tx) {
        purchasing::setItemSupplier(tx, {.sku = "HAT-01", .supplier = "CAPS", .packSize = 19});
    });
    EXPECT_EQ(restock(), (std::vector<std::string>{"HAT-01 19, 0 on order"}));
}

TEST_P(Orders, KnowTheirTotalAndWhatIsStillToCome)
{
    const OrderNo number = ordered();
    EXPECT_EQ(order(number).total(), money("120.00"));
    come(number, {{"HAT-01", 7}});
    EXPECT_EQ(stateOf(number), "partly_received");
    EXPECT_EQ(order(number).lines.at(0).toCome(), 17);
    EXPECT_EQ(orderedInJune(), money("85.00"));
    come(number);
    EXPECT_EQ(stateOf(number), "received");
    EXPECT_EQ(orderedInJune(), money("0.00"));
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{28, "140.00"}));
}

TEST_P(Orders, ReceiveEveryLineOrNone)
{
    const OrderNo number = draft("CAPS", {{"HAT-01", 6}, {"MUG-01", 2}});
    line(number, "MUG-01", 2, "9.00");
    approve(number);
    place(number);
    packagingItem("BOX");
    retire("MUG-01");
    EXPECT_REFUSAL("item.retired", come(number));
    EXPECT_REFUSAL("order.item_not_ordered", come(number, {{"HAT-01", 1}, {"BOX", 1}}));
    write([](auto& tx) { return inventory::unretireItem(tx, "MUG-01"); });
    const auto all = come(number, {{"HAT-01", 2}, {"MUG-01", 2}, {"hat-01", 4}}, "DN-1");
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[1].receipt.supplier, "Cap Works");
    EXPECT_EQ(all[1].lot.reference, "DN-1");
    EXPECT_EQ(all[1].receipt.cost, money("9.00"));
    EXPECT_EQ(lastDetail().find("\"lines\":3,\"units\":8,\"cost\":\"39.00\""), 1U) << lastDetail();
}

TEST_P(Orders, AskOnceWhenMoreComesThanOrdered)
{
    const OrderNo number = ordered();
    nothingIsConfirmed();
    come(number, {{"HAT-01", 20}});
    const Refusal refusal =
        EXPECT_REFUSAL("order.more_than_ordered", come(number, {{"HAT-01", 5}}));
    EXPECT_NE(std::string(refusal.what()).find("25 units"), std::string::npos) << refusal.what();
    allIsConfirmed();
    come(number, {{"HAT-01", 5}});
    EXPECT_EQ(stateOf(number), "received");
    EXPECT_EQ(order(number).lines.at(0).toCome(), 0);
}

TEST_P(Orders, TakeThePercentMoreThatTheStoreAllowsWithoutAsking)
{
    setFrom(books::Setting::OrderMorePercent, 10, "2026-06");
    const OrderNo number = ordered();
    nothingIsConfirmed();
    come(number, {{"HAT-01", 20}});
    const std::string before = allRows();
    const Refusal refusal =
        EXPECT_REFUSAL("order.more_than_ordered", come(number, {{"HAT-01", 7}}));
    EXPECT_NE(std::string(refusal.what()).find("10% more"), std::string::npos) << refusal.what();
    EXPECT_EQ(allRows(), before);
    come(number, {{"HAT-01", 6}});
    EXPECT_EQ(stateOf(number), "received") << "26 of 24, where 26.4 may come";
}

TEST_P(Orders, ExpectAgainWhatWasReversedAndFollowCorrections)
{
    const OrderNo number = ordered();
    const auto all = come(number);
    write([&](auto& tx) {
        return purchasing::correctReceipt(
            tx, {.lot = all[0].lot.lot, .units = 20, .reason = "counted again"});
    });
    EXPECT_EQ(order(number).lines.at(0).toCome(), 4);
    EXPECT_EQ(stateOf(number), "partly_received");
    write(
        [&](auto& tx) { return purchasing::reverseReceipt(tx, all[0].lot.lot, "another store"); });
    EXPECT_EQ(stateOf(number), "ordered");
    EXPECT_EQ(order(number).lines.at(0).toCome(), 24);
}

TEST_P(Orders, AboveTheLimitAreApprovedByAManager)
{
    setFrom(books::Setting::OrderApprovalLimit, 10000, "2026-06");
    const OrderNo small = draft("CAPS", {{"HAT-01", 20}});
    approve(small, Approver::Anybody);
    EXPECT_EQ(stateOf(small), "approved");
    const OrderNo large = draft("CAPS", {{"HAT-01", 21}});
    EXPECT_REFUSAL("order.needs_manager", approve(large, Approver::Anybody));
    approve(large, Approver::Manager);
    EXPECT_EQ(stateOf(large), "approved");
}

TEST_P(Orders, AreTestedAgainstTheCapOfTheMonthTheyAreExpectedIn)
{
    cap("month.restock", "150.00", budget::CapAction::Stop);
    const OrderNo first = ordered(); // 20.00 received, 120.00 ordered
    const OrderNo second = draft("CAPS", {{"HAT-01", 2}});
    approve(second);
    const OrderNo third = draft("CAPS", {{"HAT-01", 1}});
    const Refusal refusal = EXPECT_REFUSAL("order.over_cap", approve(third));
    EXPECT_NE(std::string(refusal.what()).find("130.00"), std::string::npos) << refusal.what();
    const OrderNo later = draft("CAPS", {{"HAT-01", 30}}, "2026-07-01");
    approve(later);
    cancel(first);
    approve(third);
    cap("month.restock", "1.00", budget::CapAction::Warn, "2026-07");
    const OrderNo warned = draft("CAPS", {{"HAT-01", 1}}, "2026-07-02");
    const auto passed = approve(warned);
    ASSERT_EQ(passed.size(), 1U);
    EXPECT_EQ(passed[0].wouldBe, money("155.00"));
    const auto kept = read([&](const auto& tx) { return purchasing::capExceededBy(tx, warned); });
    ASSERT_TRUE(kept.has_value());
    EXPECT_EQ(kept->wouldBe, money("155.00"));
    EXPECT_EQ(kept->cap.amount, money("1.00"));
    EXPECT_FALSE(
        read([&](const auto& tx) { return purchasing::capExceededBy(tx, later).has_value(); }));
}

TEST_P(Orders, NeedACostForEveryLineBeforeTheyAreApproved)
{
    const OrderNo number = draft("MUGS", {{"MUG-01", 4}});
    EXPECT_REFUSAL("order.cost_missing", approve(number));
    line(number, "MUG-01", 4, "18.00");
    line(number, "MUG-01", 8);
    EXPECT_EQ(order(number).total(), money("36.00")) << "in proportion";
    approve(number);
}

TEST_P(Orders, AreRefusedWithoutLinesOrWithBadOnes)
{
    EXPECT_REFUSAL("order.empty", draft("CAPS", {}));
    EXPECT_REFUSAL("order.unknown", approve({7}));
    EXPECT_REFUSAL("supplier.unknown", draft("NOBODY", {{"HAT-01", 1}}));
    EXPECT_REFUSAL("item.unknown", draft("CAPS", {{"CAP", 1}}));
    EXPECT_REFUSAL("units.malformed", draft("CAPS", {{"HAT-01", 0}}));
    EXPECT_REFUSAL("order.expected_on", draft("CAPS", {{"HAT-01", 1}}, "2026-06-14"));
    const OrderNo number = draft("CAPS", {{"HAT-01", 1}, {"HAT-01", 2}});
    EXPECT_EQ(order(number).lines.at(0).units, 3);
    EXPECT_REFUSAL("order.empty", line(number, "HAT-01", 0));
    EXPECT_REFUSAL("cost.negative", line(number, "HAT-01", 1, "-0.01"));
    EXPECT_REFUSAL("text.missing", cancel(number, ""));
    retire("MUG-01");
    EXPECT_REFUSAL("item.retired", draft("MUGS", {{"MUG-01", 1}}));
    EXPECT_REFUSAL("item.retired", line(number, "MUG-01", 1));
    EXPECT_REFUSAL("order.expected_on", did([&](auto& tx) {
                       purchasing::editOrder(tx,
                                             {.order = number, .expectedOn = day("2026-06-01")});
                   }));
}

TEST_P(Orders, TakeReceiptsOfTheirLinesAlone)
{
    const OrderNo number = ordered();
    EXPECT_REFUSAL("order.line_unknown", did([&](auto& tx) {
                       purchasing::ReceiptAttachments attachments(tx, {&number, 1});
                       attachments.attach({.order = number, .line = 2, .lot = {1}, .units = 1});
                   }));
}

TEST_P(Orders, AreLateFromTheDayAfterTheyWereExpected)
{
    const OrderNo number = ordered();
    const auto one = order(number);
    EXPECT_FALSE(one.isLate(day("2026-06-20")));
    EXPECT_TRUE(one.isLate(day("2026-06-21")));
    come(number);
    EXPECT_FALSE(order(number).isLate(day("2026-06-21")));
    EXPECT_FALSE(order(draft("CAPS", {{"HAT-01", 1}})).isLate(day("2026-07-21"))) << "a draft";
}

TEST_P(Orders, GoWhereTheLastOneWentUnlessSaid)
{
    const OrderNo first = draft("CAPS", {{"HAT-01", 1}});
    EXPECT_EQ(order(first).shipTo, "");
    did([&](auto& tx) { purchasing::editOrder(tx, {.order = first, .shipTo = "1 Main St"}); });
    EXPECT_EQ(order(draftRestock().at(0)).shipTo, "1 Main St");
    EXPECT_EQ(order(draft("MUGS", {{"MUG-01", 1}})).shipTo, "1 Main St");
    const std::string before = allRows();
    did([&](auto& tx) { purchasing::editOrder(tx, {.order = first, .shipTo = "1 Main St"}); });
    EXPECT_EQ(allRows(), before);
}

TEST_P(Orders, AreListedNewestFirstPageByPage)
{
    for (int i = 0; i < 3; ++i) {
        draft("CAPS", {{"HAT-01", 1}});
    }
    const auto numbers = [&](std::int64_t below, std::int64_t most) {
        std::vector<std::int64_t> all;
        for (const auto& one :
             read([&](const auto& tx) { return purchasing::ordersBelow(tx, below, most); })) {
            all.push_back(one.number.value);
        }
        return all;
    };
    EXPECT_EQ(numbers(100, 2), (std::vector<std::int64_t>{3, 2}));
    EXPECT_EQ(numbers(2, 2), (std::vector<std::int64_t>{1}));
    EXPECT_EQ(numbers(1, 2), (std::vector<std::int64_t>{}));
}

} // namespace
} // namespace giftbox::tests::order_test
