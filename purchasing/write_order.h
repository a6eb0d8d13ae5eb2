#pragma once

#include "purchasing/order.h"

#include <string_view>

namespace giftbox::purchasing {

/// Writes the order as a new version of it, with its lines numbered from 1, as facts of the transaction's event.
/// Requires its numbers, and that its lines are in order.
void insertVersion(books::WriteTransaction& tx, const Order& order);

/// A step that leads to a state.
struct NewStep {
    OrderState state = OrderState::Draft;
    foundation::Date on;
    std::string reason = {};
    std::string by = {}; ///< who took it; empty: whoever records the event

    bool operator==(const NewStep&) const = default;
};
/// Writes steps in their order, as facts of the transaction's event, which has no other steps of the order.
void insertSteps(books::WriteTransaction& tx, OrderNo order, const std::vector<NewStep>& steps);

/// Records an event about an order: its supplier and total, and the reason if there is one.
void recordOrder(books::WriteTransaction& tx, const Order& order, std::string_view action,
                 const std::string& reason = {});

/// Throws Refusal `order.expected_on` if the day is before today.
void requireExpected(const books::WriteTransaction& tx, foundation::Date expectedOn);

} // namespace giftbox::purchasing
