#pragma once

#include "purchasing/change_receipts.h"

namespace giftbox::purchasing {

/// Whether a cost per unit is 3 times or more, or a third or less, of that of the newest lot bought [unusual-cost].
/// Exact, without rounding. Requires units over 0 and costs of at least 0. Pure.
bool isUnusual(foundation::Money cost, std::int64_t units, foundation::Money newestCost,
               std::int64_t newestUnits);

/// Requires that what a receipt is to cost is usual beside the newest other lot bought of the item, or confirmed; of a
/// cost that stays nothing is asked [unusual-cost]. Throws Refusal `cost.unusual`.
void requireUsual(const books::WriteTransaction& tx, const RecordedReceipt& receipt,
                  const ReceiptValues& values);

} // namespace giftbox::purchasing
