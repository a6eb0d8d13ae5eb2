#include "purchasing/order.h"

#include "foundation/check.h"
#include "foundation/database/batch.h"
#include "purchasing/statements.h"

#include <algorithm>
#include <array>

namespace giftbox::purchasing {

using books::ReadTransaction;
using foundation::Money;
using foundation::Refusal;

namespace {

using enum OrderState;
using Step = OrderStep;

constexpr std::array<std::string_view, 8> kStateNames = {
    "draft",    "approved",     "ordered",   "partly_received",
    "received", "closed_short", "cancelled", "undone"};

constexpr Transition kTransitions[] = {{Draft, Step::Edit, Draft},
                                       {Draft, Step::Change, Draft},
                                       {Draft, Step::Approve, Approved},
                                       {Draft, Step::Cancel, Cancelled},
                                       {Approved, Step::Edit, Approved},
                                       {Approved, Step::Place, Ordered},
                                       {Approved, Step::Cancel, Cancelled},
                                       {Ordered, Step::Edit, Ordered},
                                       {Ordered, Step::Receive, PartlyReceived},
                                       {Ordered, Step::Cancel, Cancelled},
                                       {PartlyReceived, Step::Edit, PartlyReceived},
                                       {PartlyReceived, Step::Receive, PartlyReceived},
                                       {PartlyReceived, Step::CloseShort, ClosedShort}};

OrderState parseState(std::string_view text)
{
    const auto at = std::ranges::find(kStateNames, text);
    GIFTBOX_CHECK(at != kStateNames.end());
    return static_cast<OrderState>(at - kStateNames.begin());
}

/// The units of a receipt as its lot is now. A lot that came for one line alone follows its corrections.
std::int64_t unitsNow(const sql::OrderReceipts::Row& row)
{
    if (row.reversedOn) {
        return 0;
    }
    return row.units == row.lotUnits ? row.unitsNow : std::min(row.units, row.unitsNow);
}

/// An ordered one is received in part or whole by what came.
OrderState receivedState(const Order& order)
{
    const bool isComplete =
        std::ranges::all_of(order.lines, [](const OrderLine& one) { return one.toCome() == 0; });
    const bool isBegun =
        std::ranges::any_of(order.lines, [](const OrderLine& one) { return one.received() > 0; });
    return isComplete ? Received : isBegun ? PartlyReceived : Ordered;
}

/// The lines of orders, by number.
std::map<std::int64_t, std::vector<OrderLine>> readLinesOf(const ReadTransaction& tx,
                                                           const foundation::Batch& numbers)
{
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<OrderReceipt>> receipts;
    tx.database().queryForEach(
        sql::OrderReceipts{.storeId = tx.storeId()}, numbers,
        [&](const sql::OrderReceipts::Row& row) {
            receipts[{row.orderNo, row.lineNo}].push_back(
                {.lot = {row.lotNo}, .on = row.receivedOn, .units = unitsNow(row)});
        });
    std::map<std::int64_t, std::vector<OrderLine>> lines;
    tx.database().queryForEach(
        sql::OrderLines{.storeId = tx.storeId()}, numbers, [&](const sql::OrderLines::Row& row) {
            lines[row.orderNo].push_back(
                {.line = row.lineNo,
                 .item = {row.itemNo},
                 .sku = std::string(row.sku),
                 .name = std::string(row.name),
                 .units = row.units,
                 .cost = row.cost,
                 .receipts = std::move(receipts[{row.orderNo, row.lineNo}])});
        });
    return lines;
}

/// Those of the numbers that there are, in their order, which is the newest first.
std::vector<Order> readOrders(const ReadTransaction& tx, const std::vector<std::int64_t>& wanted)
{
    foundation::Batch numbers({"order_no"});
    for (const std::int64_t number : wanted) {
        numbers.add(number);
    }
    auto lines = readLinesOf(tx, numbers);
    std::vector<Order> orders;
    tx.database().queryForEach(
        sql::OrderHeads{.storeId = tx.storeId()}, numbers, [&](const sql::OrderHeads::Row& row) {
            Order& order = orders.emplace_back(Order{.number = {row.orderNo},
                                                     .version = row.version,
                                                     .supplier = {row.supplierNo},
                                                     .expectedOn = row.expectedOn,
                                                     .note = std::string(row.note),
                                                     .shipTo = std::string(row.shipTo),
                                                     .state = parseState(row.state),
                                                     .stepOn = row.stepOn,
                                                     .reason = std::string(row.reason),
                                                     .lines = std::move(lines[row.orderNo])});
            order.state = order.state == Ordered ? receivedState(order) : order.state;
            if (order.state == Draft) { // a step to it is that an undone one was imported again
                order.stepOn.reset();
            }
        });
    return orders;
}

std::string_view codeOfRefused(OrderStep step)
{
    switch (step) {
    case Step::Edit:
        return "order.ended";
    case Step::Place:
        return "order.not_approved";
    case Step::Receive:
        return "order.not_ordered";
    case Step::CloseShort:
        return "order.not_partly_received";
    case Step::Cancel:
        return "order.not_cancelable";
    default:
        return "order.not_draft";
    }
}

} // namespace

std::string toText(OrderNo number) { return "PO-" + std::to_string(number.value); }

std::string_view toText(OrderState state)
{
    return kStateNames.at(static_cast<std::size_t>(state));
}

std::string shownState(OrderState state)
{
    std::string text(toText(state));
    std::ranges::replace(text, '_', ' ');
    return text;
}

OrderState recordedState(OrderState state)
{
    return state == PartlyReceived || state == Received ? Ordered : state;
}

std::optional<OrderState> recordedStateNamed(std::string_view name)
{
    const auto at = std::ranges::find(kStateNames, name);
    if (at == kStateNames.end()) {
        return std::nullopt;
    }
    const auto state = static_cast<OrderState>(at - kStateNames.begin());
    return recordedState(state) == state && state != Undone ? std::optional(state) : std::nullopt;
}

std::span<const Transition> transitions() { return kTransitions; }

std::optional<OrderState> stateAfter(OrderState from, OrderStep step)
{
    const auto* const at = std::ranges::find_if(
        kTransitions, [&](const Transition& one) { return one.from == from && one.step == step; });
    return at == std::end(kTransitions) ? std::nullopt : std::optional(at->to);
}

OrderState requireStep(const Order& order, OrderStep step)
{
    const std::optional<OrderState> after = stateAfter(order.state, step);
    if (!after) {
        throw Refusal(codeOfRefused(step),
                      {{"order", toText(order.number)}, {"state", shownState(order.state)}});
    }
    return *after;
}

std::int64_t OrderLine::received() const
{
    std::int64_t sum = 0;
    for (const OrderReceipt& one : receipts) {
        sum += one.units;
    }
    return sum;
}

Money OrderLine::costToCome() const
{
    return cost ? foundation::portion(*cost, toCome(), units) : Money{};
}

Money Order::total() const
{
    Money sum;
    for (const OrderLine& one : lines) {
        sum += one.cost.value_or(Money{});
    }
    return sum;
}

Money Order::toCome() const
{
    Money sum;
    for (const OrderLine& one : lines) {
        sum += one.costToCome();
    }
    return sum;
}

bool Order::isOpen() const
{
    return state == Approved || state == Ordered || state == PartlyReceived;
}

std::optional<Order> findOrder(const ReadTransaction& tx, OrderNo number)
{
    std::vector<Order> found = readOrders(tx, {number.value});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Order requireOrder(const ReadTransaction& tx, OrderNo number)
{
    std::optional<Order> found = findOrder(tx, number);
    if (!found) {
        throw Refusal("order.unknown", {{"number", number.value}});
    }
    return *std::move(found);
}

std::vector<Order> ordersBelow(const ReadTransaction& tx, std::int64_t below, std::int64_t most)
{
    std::vector<std::int64_t> numbers;
    for (const auto& row : tx.database().query(
             sql::OrderNumbers{.storeId = tx.storeId(), .below = below, .most = most})) {
        numbers.push_back(row.orderNo);
    }
    return readOrders(tx, numbers);
}

std::vector<Order> ordersAfter(const ReadTransaction& tx, std::int64_t after, std::int64_t most)
{
    std::vector<std::int64_t> numbers;
    for (const auto& row : tx.database().query(
             sql::OrderNumbersAfter{.storeId = tx.storeId(), .after = after, .most = most})) {
        numbers.insert(numbers.begin(), row.orderNo);
    }
    std::vector<Order> orders = readOrders(tx, numbers);
    std::ranges::reverse(orders);
    return orders;
}

std::vector<Order> unfinishedOrders(const ReadTransaction& tx)
{
    std::vector<std::int64_t> numbers;
    for (const auto& row : tx.database().query(sql::UnfinishedOrders{.storeId = tx.storeId()})) {
        numbers.push_back(row.orderNo);
    }
    return readOrders(tx, numbers);
}

std::vector<RecordedStep> stepsOf(const ReadTransaction& tx, OrderNo number)
{
    std::vector<RecordedStep> steps;
    for (const auto& row :
         tx.database().query(sql::OrderSteps{.storeId = tx.storeId(), .orderNo = number.value})) {
        steps.push_back({.state = parseState(row.state),
                         .on = row.stepOn,
                         .reason = std::string(row.reason),
                         .actor = std::string(row.actor)});
    }
    return steps;
}

std::vector<RecordedStep> stepsNow(const ReadTransaction& tx, OrderNo number)
{
    std::vector<RecordedStep> steps = stepsOf(tx, number);
    const auto last = std::find_if(steps.rbegin(), steps.rend(), [](const RecordedStep& one) {
        return one.state == Undone || one.state == Draft;
    });
    steps.erase(steps.begin(), last.base());
    return steps;
}

std::map<books::ItemNo, std::int64_t> unitsOnOrder(const std::vector<Order>& unfinished)
{
    std::map<books::ItemNo, std::int64_t> units;
    for (const Order& order : unfinished) {
        for (const OrderLine& line : order.lines) {
            units[line.item] += line.toCome();
        }
    }
    return units;
}

Money orderedIn(const std::vector<Order>& unfinished, foundation::Month month)
{
    Money sum;
    for (const Order& order : unfinished) {
        if (order.isOpen() && order.expectedOn.month() == month) {
            sum += order.toCome();
        }
    }
    return sum;
}

} // namespace giftbox::purchasing
