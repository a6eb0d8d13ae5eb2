#pragma once

#include "purchasing/recorded_delivery.h"
#include "purchasing/reverse_receipt.h"

namespace giftbox::purchasing {

/// Reverses a delivery that was recorded by mistake [reversal]: each of its receipts that stands, all or none, in one
/// event. Returns them in the order of the delivery. Throws Refusal `delivery.unknown`, `delivery.reversed` (none
/// stands), `text.missing` (no reason), and one with every line in the way: `receipt.used`, `receipt.reserved`.
std::vector<ReversedReceipt> reverseDelivery(books::WriteTransaction& tx, DeliveryNo number,
                                             const std::string& reason);

} // namespace giftbox::purchasing
