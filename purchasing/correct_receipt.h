#pragma once

#include "purchasing/change_receipts.h"

namespace giftbox::purchasing {

/// What of a receipt was typed wrong, and what it should be; the rest stays. An empty supplier clears it.
struct ReceiptCorrection {
    books::LotNo lot;
    std::optional<std::int64_t> units;
    std::optional<foundation::Money> cost;
    std::optional<std::string> supplier;
    std::optional<std::string> reference;
    std::string reason;
};

struct CorrectedReceipt {
    RecordedReceipt receipt; ///< as it is now
    ReceiptChange change;
    std::int64_t unitsNow = 0; ///< of the item
    /// The amount remaining under `month.restock` in the month of the day; none if there is no such cap.
    std::optional<foundation::Money> remaining;
};

/// Corrects a receipt that was typed wrong [correction]: a movement of its own changes what is left of its lot, and the
/// receipt stays as it is. Records nothing if nothing changes. Throws like requireReceipt and ReceiptChanges::change,
/// and Refusal `cost.unusual` (not confirmed), `receipt.exists` (another receipt of the item has the key),
/// `text.missing` (no reason, or no reference).
CorrectedReceipt correctReceipt(books::WriteTransaction& tx, const ReceiptCorrection& correction);

} // namespace giftbox::purchasing
