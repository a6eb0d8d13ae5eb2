#include "purchasing/approve_order.h"

#include "books/code.h"
#include "budget/cap_exceptions.h"
#include "purchasing/statements.h"
#include "purchasing/write_order.h"

namespace giftbox::purchasing {

using books::WriteTransaction;
using foundation::Money;
using foundation::Refusal;

namespace {

void requireCosts(const Order& order)
{
    std::string skus;
    for (const OrderLine& line : order.lines) {
        if (!line.cost) {
            skus += (skus.empty() ? "" : ", ") + line.sku;
        }
    }
    if (!skus.empty()) {
        throw Refusal("order.cost_missing", {{"number", order.number.value}, {"skus", skus}});
    }
}

void requireMayApprove(const WriteTransaction& tx, const Order& order, Approver approver)
{
    const Money limit{
        tx.store().settings.at(books::Setting::OrderApprovalLimit, tx.today().month())};
    if (approver != Approver::Manager && order.total() > limit) {
        throw Refusal("order.needs_manager", {{"order", toText(order.number)},
                                              {"total", tx.store().money(order.total())},
                                              {"limit", tx.store().money(limit)}});
    }
}

std::vector<budget::PassedCap> testCap(const WriteTransaction& tx, const Order& order)
{
    const foundation::Month month = order.expectedOn.month();
    const budget::MonthState state = budget::loadMonth(tx, month);
    const auto cap = capOf(state.caps, budget::CapName::MonthRestock);
    const Money ordered = orderedIn(unfinishedOrders(tx), month);
    const Money received = state.totals.of(books::MonthFigure::Restock);
    const Money sum = received + ordered + order.total();
    const auto passed = passedBy(cap, received + ordered, sum);
    if (!passed) {
        return {};
    }
    if (passed->percent == 0 && cap->action == budget::CapAction::Stop) {
        std::vector<foundation::Slot> slots = {{"order", toText(order.number)},
                                               {"month", month},
                                               {"limit", tx.store().money(cap->limit())},
                                               {"over", tx.store().money(sum - cap->limit())},
                                               {"received", tx.store().money(received)},
                                               {"ordered", tx.store().money(ordered)},
                                               {"total", tx.store().money(order.total())}};
        addMakeUp(slots, tx.store(), *cap);
        throw Refusal("order.over_cap", std::move(slots));
    }
    return {*passed};
}

/// A step with a reason.
void endOrder(WriteTransaction& tx, OrderNo number, OrderStep step, const std::string& reason)
{
    const Order order = requireOrder(tx, number);
    const OrderState after = requireStep(order, step);
    books::requireText(reason, "the reason", "reason");
    insertSteps(tx, number, {{.state = after, .on = tx.today(), .reason = reason}});
    recordOrder(tx, order, step == OrderStep::Cancel ? "order.cancel" : "order.close_short",
                reason);
}

} // namespace

std::vector<budget::PassedCap> approveOrder(WriteTransaction& tx, OrderNo number, Approver approver)
{
    const Order order = requireOrder(tx, number);
    const OrderState after = requireStep(order, OrderStep::Approve);
    requireCosts(order);
    requireMayApprove(tx, order, approver);
    std::vector<budget::PassedCap> warned = testCap(tx, order);
    budget::CapExceptions exceptions;
    exceptions.add(
        {.step = budget::Step::Order, .month = order.expectedOn.month(), .order = number.value},
        {.warned = warned, .overridden = {}});
    exceptions.write(tx);
    insertSteps(tx, number, {{.state = after, .on = tx.today()}});
    recordOrder(tx, order, "order.approve");
    return warned;
}

std::optional<budget::PassedCap> capExceededBy(const books::ReadTransaction& tx, OrderNo number)
{
    const auto row =
        tx.database().query(sql::CapOfOrder{.storeId = tx.storeId(), .orderNo = number.value});
    if (!row) {
        return std::nullopt;
    }
    budget::PassedCap passed = budget::passedOf(*row);
    passed.cap.from = row->month;
    return passed;
}

void placeOrder(WriteTransaction& tx, OrderNo number)
{
    const Order order = requireOrder(tx, number);
    insertSteps(tx, number, {{.state = requireStep(order, OrderStep::Place), .on = tx.today()}});
    recordOrder(tx, order, "order.place");
}

void closeOrderShort(WriteTransaction& tx, OrderNo number, const std::string& reason)
{
    endOrder(tx, number, OrderStep::CloseShort, reason);
}

void cancelOrder(WriteTransaction& tx, OrderNo number, const std::string& reason)
{
    endOrder(tx, number, OrderStep::Cancel, reason);
}

} // namespace giftbox::purchasing
