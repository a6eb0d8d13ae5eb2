#pragma once

#include "purchasing/receipt.h"

namespace giftbox::purchasing {

/// Puts a receipt into stock as a lot. Throws Refusal `item.unknown`, `item.retired`, `units.malformed`,
/// `cost.negative`, `cost.reason_needed`, `cost.unusual` (unless confirmed), `receipt.exists`,
/// `receipt.source_unknown`, `month.closed`, `date.in_future`, `budget.month_restock_exceeded`.
ReceivedLot receiveStock(books::WriteTransaction& tx, const Receipt& typed);

} // namespace giftbox::purchasing
