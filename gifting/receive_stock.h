#pragma once

#include "books/import_file.h"
#include "budget/authorize.h"
#include "inventory/shelf.h"

namespace giftbox::gifting {

/// Stock that arrives: `source` is `purchase` (bought from a supplier) or `parts` (drawn from the parts department's own stock). Without a
/// reference the receipt gets `R-` and its lot number (and `-2` while another receipt of the item has that).
struct Receipt {
    std::string sku;
    std::int64_t units = 0;
    foundation::Money cost;
    foundation::Date receivedOn;
    std::optional<std::string> reference;
    std::string supplier;
    std::string source = "purchase";
};

struct ReceivedLot {
    books::LotNo lot;
    std::string reference;
    budget::Verdict verdict;
    /// Left under `month.restock` after it; none when there is no such cap.
    std::optional<foundation::Money> room;
    std::string sku = {}; ///< of the item, whatever was typed
};

/// Puts a receipt on the shelf as a lot. Throws Refusal `item.unknown`, `item.retired`, `units.malformed`, `cost.negative`, `receipt.exists`,
/// `receipt.source_unknown`, `month.closed`, `date.in_future`, `budget.month_restock_exceeded`.
ReceivedLot receiveStock(books::WriteTransaction& tx, const Receipt& receipt);

/// Imports `received_on,sku,units,total_cost,reference` and optionally `supplier,source`; key = reference + sku. All or nothing. Throws Refusal `import.rejected`.
books::ImportSummary importReceipts(books::WriteTransaction& tx, books::ImportSource source);

} // namespace giftbox::gifting
