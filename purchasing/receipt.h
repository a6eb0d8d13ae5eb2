#pragma once

#include "budget/authorize.h"
#include "inventory/item.h"

namespace giftbox::purchasing {

/// Arriving stock: `source` is `purchase` (bought from a supplier) or `parts` (transferred from the parts
/// department). Without a reference, the receipt gets `R-` and its lot number (and `-2` if another receipt of the
/// item has that). Without a line, it is the only receipt of its supplier, reference and item.
struct Receipt {
    std::string sku;
    std::int64_t units = 0;
    foundation::Money cost;
    foundation::Date receivedOn;
    std::optional<std::string> reference;
    std::string supplier;
    std::string source = "purchase";
    std::optional<std::int64_t> line = {};
    std::string reason = {}; ///< why it costs what it does; needed if it costs nothing
    std::optional<std::int64_t> delivery = {}; ///< the number of the delivery that it is a line of
};

struct ReceivedLot {
    books::LotNo lot;
    std::string reference;
    budget::Verdict verdict;
    /// The amount remaining under `month.restock` after it; none if there is no such cap.
    std::optional<foundation::Money> remaining;
    std::string sku = {}; ///< the item's, for any input
};

} // namespace giftbox::purchasing
