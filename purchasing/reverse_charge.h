#pragma once

#include "purchasing/add_freight.h"

namespace giftbox::purchasing {

/// A bill or freight that was reversed, and its lots whose cost changed back.
struct ReversedCharge {
    struct Lot {
        RecordedReceipt receipt; ///< as it was before
        ReceiptChange change;
    };

    std::int64_t number = 0;
    std::string supplier;
    std::string reference;
    foundation::Money amount;
    std::vector<Lot> lots = {};
    foundation::Money variance = {};
};

/// Reverses a bill or freight that was a mistake [charge-reversal]: the cost of each of its receipts changes back by
/// what it was changed [variance], and its reference is free again. Receipts that were reversed since took their part
/// with them. No cap stops it. It is reversed once. Throws Refusal `bill.unknown`, `bill.reversed`, `freight.unknown`,
/// `freight.reversed`, `receipt.cost_below`, `text.missing` (no reason).
ReversedCharge reverseBill(books::WriteTransaction& tx, std::int64_t number,
                           const std::string& reason);
ReversedCharge reverseFreight(books::WriteTransaction& tx, std::int64_t number,
                              const std::string& reason);
/// The same without an event of their own: for the undoing of an import.
ReversedCharge enterBillReversal(books::WriteTransaction& tx, std::int64_t number,
                                 const std::string& reason);
ReversedCharge enterFreightReversal(books::WriteTransaction& tx, std::int64_t number,
                                    const std::string& reason);

} // namespace giftbox::purchasing
