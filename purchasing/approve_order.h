#pragma once

#include "budget/authorize.h"
#include "purchasing/order.h"

namespace giftbox::purchasing {

/// Whether whoever approves is a manager, who may approve any amount.
enum class Approver { Anybody, Manager };

/// Approves a draft. Its total, what other open orders expected in the same month still cost and what the month
/// received are tested against `month.restock`; returns the cap if it only warns and is exceeded, and keeps it as a
/// row. Throws Refusal
/// `order.unknown`, `order.not_draft`, `order.cost_missing` (a line without one), `order.needs_manager` (above the
/// store's limit), `order.over_cap`.
std::vector<budget::PassedCap> approveOrder(books::WriteTransaction& tx, OrderNo number,
                                            Approver approver);

/// The cap that the order exceeded when it was approved, if any.
std::optional<budget::PassedCap> capExceededBy(const books::ReadTransaction& tx, OrderNo number);

/// Notes that an approved order was sent to its supplier. Throws Refusal `order.unknown`, `order.not_approved`.
void placeOrder(books::WriteTransaction& tx, OrderNo number);

/// Closes an order of which only a part came. Throws Refusal `order.unknown`, `order.not_partly_received`,
/// `text.missing` (no reason).
void closeOrderShort(books::WriteTransaction& tx, OrderNo number, const std::string& reason);

/// Cancels an order of which nothing came. Throws Refusal `order.unknown`, `order.not_cancelable`, `text.missing` (no
/// reason).
void cancelOrder(books::WriteTransaction& tx, OrderNo number, const std::string& reason);

} // namespace giftbox::purchasing
