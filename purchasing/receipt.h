#pragma once

#include "budget/authorize.h"
#include "inventory/item.h"

namespace giftbox::purchasing {

/// Stock that arrives: `source` is `purchase` (bought from a supplier) or `parts` (drawn from the parts department's own stock). Without a
/// reference the receipt gets `R-` and its lot number (and `-2` while another receipt of the item has that). Without a line it is the only receipt of
/// its supplier, reference and item.
struct Receipt {
    std::string sku;
    std::int64_t units = 0;
    foundation::Money cost;
    foundation::Date receivedOn;
    std::optional<std::string> reference;
    std::string supplier;
    std::string source = "purchase";
    std::optional<std::int64_t> line = {};
};

struct ReceivedLot {
    books::LotNo lot;
    std::string reference;
    budget::Verdict verdict;
    /// Left under `month.restock` after it; none when there is no such cap.
    std::optional<foundation::Money> remaining;
    std::string sku = {}; ///< of the item, whatever was typed
};

} // namespace giftbox::purchasing
