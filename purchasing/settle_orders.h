#pragma once

#include "purchasing/order.h"

#include <set>

namespace giftbox::purchasing {

/// The only writer of unfinished_order: notes for each of these orders whether it is unfinished, as what was written of
/// it says now. Whatever writes a version, a step or a receipt of an order does so after it.
void settleOrders(books::WriteTransaction& tx, const std::set<OrderNo>& orders);

/// The same of the orders that these lots came for, once the lots are reversed or corrected.
void settleOrdersOf(books::WriteTransaction& tx, std::span<const books::LotNo> lots);

} // namespace giftbox::purchasing
