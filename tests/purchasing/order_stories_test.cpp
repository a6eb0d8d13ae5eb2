#include "purchasing/restock.h"
#include "purchasing/reverse_delivery.h"
#include "tests/purchasing/order_fixture.h"
#include "tests/support/at_once.h"
#include "tests/support/seed.h"

#include <array>
#include <barrier>
#include <random>
#include <set>

namespace giftbox::tests::order_stories_test {
namespace {

using purchasing::OrderNo;
using purchasing::OrderState;

/// An order of hats as somebody would keep it in their head.
struct NaiveOrder {
    OrderState state = OrderState::Draft;
    std::int64_t units = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> lots = {}; ///< that stand, and their units

    std::int64_t received() const
    {
        std::int64_t sum = 0;
        for (const auto& [lot, came] : lots) {
            sum += came;
        }
        return sum;
    }
    std::int64_t toCome() const { return std::max<std::int64_t>(0, units - received()); }
    OrderState stateNow() const
    {
        return state != OrderState::Ordered ? state
               : toCome() == 0              ? OrderState::Received
               : received() > 0             ? OrderState::PartlyReceived
                                            : OrderState::Ordered;
    }
    bool isUnfinished() const
    {
        const OrderState now = stateNow();
        return now != OrderState::Received && now != OrderState::ClosedShort &&
               now != OrderState::Cancelled;
    }
};

class OrderStories : public OrderFixture {
protected:
    int upTo(int most) { return std::uniform_int_distribution<int>(0, most - 1)(random_); }

    void step()
    {
        if (orders_.empty() || upTo(4) == 0) {
            const std::int64_t units = 1 + upTo(20);
            draft("CAPS", {{"HAT-01", units}});
            orders_.push_back({.units = units});
            return;
        }
        const std::size_t at = static_cast<std::size_t>(upTo(static_cast<int>(orders_.size())));
        const OrderNo number{static_cast<std::int64_t>(at) + 1};
        NaiveOrder& order = orders_[at];
        switch (upTo(7)) {
        case 0:
            return tries(
                order, OrderState::Draft, [&] { approve(number); },
                [&] { order.state = OrderState::Approved; });
        case 1:
            return tries(
                order, OrderState::Approved, [&] { place(number); },
                [&] { order.state = OrderState::Ordered; });
        case 2:
            return tries(
                order, OrderState::PartlyReceived, [&] { closeShort(number); },
                [&] { order.state = OrderState::ClosedShort; });
        case 3:
            return reverseOne(order);
        case 4:
            return changeUnits(number, order);
        default:
            return receiveSome(number, order);
        }
    }

    void check()
    {
        std::int64_t onOrder = 0;
        for (std::size_t at = 0; at < orders_.size(); ++at) {
            const auto there = order({static_cast<std::int64_t>(at) + 1});
            ASSERT_EQ(there.state, orders_[at].stateNow()) << toText(there.number);
            ASSERT_EQ(there.lines.at(0).toCome(), orders_[at].toCome()) << toText(there.number);
            onOrder += orders_[at].isUnfinished() ? orders_[at].toCome() : 0;
        }
        const auto known = read([](const auto& tx) {
            return purchasing::unitsOnOrder(purchasing::unfinishedOrders(tx));
        });
        ASSERT_EQ(known.empty() ? 0 : known.begin()->second, onOrder);
        ASSERT_EQ(onShelf("HAT-01"), (OnShelf{shelf_, text(Money{shelf_ * 500})}));
    }

    /// `done`, the code of a refusal, or what a database said: the other one must not wait for ever.
    static std::string outcomeOf(const std::function<void()>& work)
    {
        try {
            work();
            return "done";
        } catch (const Refusal& refusal) {
            return refusal.code();
        } catch (const std::exception& error) {
            return error.what();
        }
    }
    static books::Actor by(int person)
    {
        return {.name = "person " + std::to_string(person),
                .now = {1'781'500'000'000},
                .machineZone = "UTC",
                .requestKey = ""};
    }

private:
    /// The order takes the step in this state, and in no other.
    void tries(const NaiveOrder& order, OrderState from, const std::function<void()>& work,
               const std::function<void()>& then)
    {
        const bool isAllowed = order.stateNow() == from;
        ASSERT_EQ(codeOf(work).empty(), isAllowed) << toText(order.stateNow());
        if (isAllowed) {
            then();
        }
    }

    /// One line or two.
    void receiveSome(OrderNo number, NaiveOrder& order)
    {
        purchasing::Delivery delivery{.order = number};
        for (int line = upTo(2); line >= 0; --line) {
            delivery.lines.push_back({.sku = "HAT-01", .units = 1 + upTo(12)});
        }
        const OrderState now = order.stateNow();
        const bool isAllowed = now == OrderState::Ordered || now == OrderState::PartlyReceived;
        purchasing::ReceivedDelivery came;
        const std::string code = codeOf([&] { came = comes(delivery); });
        ASSERT_EQ(code, isAllowed ? "" : "order.not_ordered");
        for (const purchasing::ReceivedLine& line : came.lines) {
            order.lots.emplace_back(line.lot.lot.value, line.receipt.units);
            deliveries_[line.lot.lot.value] = came.number;
            shelf_ += line.receipt.units;
        }
    }

    void reverseOne(NaiveOrder& order)
    {
        if (order.lots.empty()) {
            return;
        }
        const std::int64_t last = order.lots.back().first;
        const purchasing::DeliveryNo delivery = deliveries_.at(last);
        const bool isWhole = upTo(2) == 0;
        if (isWhole) {
            write([&](auto& tx) { return purchasing::reverseDelivery(tx, delivery, "wrong"); });
        } else {
            write([&](auto& tx) { return purchasing::reverseReceipt(tx, {last}, "wrong"); });
        }
        std::erase_if(order.lots, [&](const auto& one) {
            const bool isGone = isWhole ? deliveries_.at(one.first) == delivery : one.first == last;
            shelf_ -= isGone ? one.second : 0;
            return isGone;
        });
    }

    void changeUnits(OrderNo number, NaiveOrder& order)
    {
        const std::int64_t units = 1 + upTo(20);
        const std::string cost = std::to_string(units * 5) + ".00";
        tries(
            order, OrderState::Draft, [&] { line(number, "HAT-01", units, cost); },
            [&] { order.units = units; });
    }

    std::mt19937 random_{storySeed(0)};
    std::vector<NaiveOrder> orders_;
    std::map<std::int64_t, purchasing::DeliveryNo> deliveries_; ///< by lot
    std::int64_t shelf_ = 4;
};
GIFTBOX_ON_BOTH_ENGINES(OrderStories);

TEST_P(OrderStories, AgreeWithANaiveModelAfterEveryStep)
{
    SCOPED_TRACE(storyName(0));
    for (int i = 0; i < 120; ++i) {
        step();
        check();
        if (HasFatalFailure()) {
            return;
        }
    }
}

/// What became of one person's attempts, by order.
using Attempts = std::vector<std::string>;

TEST_P(OrderStories, OnlyOneReceivesTheLastOfAnOrder)
{
    constexpr int kPeople = 2;
    constexpr int kRounds = 200;
    std::vector<OrderNo> orders;
    for (int round = 0; round < kRounds; ++round) {
        orders.push_back(ordered());
    }
    std::array<Attempts, kPeople> attempts;
    std::barrier together(kPeople);
    const auto receiveAll = [&](foundation::Database& own, int person) {
        for (const OrderNo number : orders) {
            together.arrive_and_wait();
            attempts.at(static_cast<std::size_t>(person)).push_back(outcomeOf([&] {
                books::write(own, store(), by(person), [&](auto& tx) {
                    return purchasing::receiveDelivery(tx,
                                                       {.receivedOn = tx.today(), .order = number});
                });
            }));
        }
    };
    ASSERT_EQ(atOnce(url(), kPeople, receiveAll), (Outcomes{{"done", kPeople}}));
    for (std::size_t round = 0; round < orders.size(); ++round) {
        const std::multiset<std::string> both = {attempts[0].at(round), attempts[1].at(round)};
        ASSERT_EQ(both, (std::multiset<std::string>{"done", "order.not_ordered"})) << round;
        ASSERT_EQ(order(orders[round]).lines.at(0).received(), 24);
    }
}

} // namespace
} // namespace giftbox::tests::order_stories_test
