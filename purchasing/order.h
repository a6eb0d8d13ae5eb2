#pragma once

#include "purchasing/supplier_book.h"

#include <span>

namespace giftbox::purchasing {

using OrderNo = foundation::Id<struct OrderTag>;

/// `PO-7`
std::string toText(OrderNo number);

/// PartlyReceived and Received follow from what came for the lines of an ordered one.
enum class OrderState {
    Draft,
    Approved,
    Ordered,
    PartlyReceived,
    Received,
    ClosedShort,
    Cancelled,
    Undone ///< the import that brought it was undone
};
/// `partly_received`
std::string_view toText(OrderState state);
/// The state in a sentence: `partly received`.
std::string shownState(OrderState state);

/// The state that steps lead to: what came for an ordered one leaves it ordered.
OrderState recordedState(OrderState state);
/// The recorded state of this name that an order of a file may have; none if it is no such name.
std::optional<OrderState> recordedStateNamed(std::string_view name);

/// What may be done with an order. Edit changes its expected day and note, Change its lines.
enum class OrderStep { Edit, Change, Approve, Place, Receive, CloseShort, Cancel };

/// A step that a state allows, and the state after it. Receiving what is still to come leads to Received instead of
/// PartlyReceived. docs/domain-orders.md draws the table.
struct Transition {
    OrderState from;
    OrderStep step;
    OrderState to;
};
/// All that are allowed.
std::span<const Transition> transitions();
/// None if the state does not allow the step. Pure.
std::optional<OrderState> stateAfter(OrderState from, OrderStep step);

/// Units of a lot that came for a line.
struct OrderReceipt {
    books::LotNo lot;
    foundation::Date on;
    std::int64_t units = 0; ///< as the lot is now: 0 once it is reversed

    bool operator==(const OrderReceipt&) const = default;
};

struct OrderLine {
    std::int64_t line = 0;
    books::ItemNo item;
    std::string sku;
    std::string name;
    std::int64_t units = 0;
    std::optional<foundation::Money> cost = {}; ///< of all units; none if it is not known yet
    std::vector<OrderReceipt> receipts = {};

    std::int64_t received() const;
    /// Never below 0.
    std::int64_t toCome() const { return std::max<std::int64_t>(0, units - received()); }
    /// The part of the cost of what is still to come.
    foundation::Money costToCome() const;

    bool operator==(const OrderLine&) const = default;
};

/// An order as its newest version has it.
struct Order {
    OrderNo number;
    std::int64_t version = 0;
    SupplierNo supplier;
    foundation::Date expectedOn;
    std::string note = {};
    std::string shipTo = {};
    OrderState state = OrderState::Draft;
    std::optional<foundation::Date> stepOn = {}; ///< the day of the last step; receiving is none
    std::string reason = {};                     ///< of the last step
    std::vector<OrderLine> lines = {};

    /// The sum of the lines whose cost is known.
    foundation::Money total() const;
    /// The sum of the costs of what is still to come.
    foundation::Money toCome() const;
    /// Approved or ordered, and not all received.
    bool isOpen() const;
    bool isUnfinished() const { return state == OrderState::Draft || isOpen(); }
    /// Open, and expected before today.
    bool isLate(foundation::Date today) const { return isOpen() && expectedOn < today; }

    bool operator==(const Order&) const = default;
};

std::optional<Order> findOrder(const books::ReadTransaction& tx, OrderNo number);
/// Throws Refusal `order.unknown`.
Order requireOrder(const books::ReadTransaction& tx, OrderNo number);
/// Those with numbers below `below`, the newest first; at most `most`.
std::vector<Order> ordersBelow(const books::ReadTransaction& tx, std::int64_t below,
                               std::int64_t most);
/// Those with numbers above `after`, the oldest first; at most `most`.
std::vector<Order> ordersAfter(const books::ReadTransaction& tx, std::int64_t after,
                               std::int64_t most);
/// Drafts and open orders, the newest first. Reads these alone, however many others there are.
std::vector<Order> unfinishedOrders(const books::ReadTransaction& tx);

/// Requires that the order's state allows the step, and returns the state after it. Throws Refusal `order.ended`
/// (Edit), `order.not_draft` (Change, Approve), `order.not_approved` (Place), `order.not_ordered` (Receive),
/// `order.not_partly_received` (CloseShort), `order.not_cancelable` (Cancel).
OrderState requireStep(const Order& order, OrderStep step);

/// A step that was recorded.
struct RecordedStep {
    OrderState state = OrderState::Draft;
    foundation::Date on;
    std::string reason;
    std::string actor; ///< who took it

    bool operator==(const RecordedStep&) const = default;
};
std::vector<RecordedStep> stepsOf(const books::ReadTransaction& tx, OrderNo number);
/// Those since the order came to be, the last time if its import was undone.
std::vector<RecordedStep> stepsNow(const books::ReadTransaction& tx, OrderNo number);

/// Units of an item in drafts and open orders that are still to come, by item. Those are not proposed again.
std::map<books::ItemNo, std::int64_t> unitsOnOrder(const std::vector<Order>& unfinished);
/// What open orders expected in the month will still cost: the *ordered* beside `month.restock`.
foundation::Money orderedIn(const std::vector<Order>& unfinished, foundation::Month month);

} // namespace giftbox::purchasing
