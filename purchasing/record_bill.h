#pragma once

#include "purchasing/add_freight.h"

namespace giftbox::purchasing {

/// What a supplier bills: all of it, and the deliveries and lots that it is for.
struct Bill {
    std::string supplier;
    std::string reference; ///< the supplier's number
    foundation::Date on;
    foundation::Money amount;
    std::vector<DeliveryNo> deliveries = {}; ///< those of their lots that no bill is for
    std::vector<books::LotNo> lots = {};
    /// What it charges for each of `lots`, in their order, if that is known; else the amount is shared.
    std::vector<foundation::Money> amounts = {};
};

/// What a bill charges for a lot, and how the lot changed by it.
struct BilledLot {
    RecordedReceipt receipt;   ///< as it was before
    foundation::Money freight; ///< the part of its cost that is freight, which the bill is not for
    foundation::Money amount;
    ReceiptChange change; ///< none where it was received at that cost

    foundation::Money received() const { return receipt.cost - freight; }
};

struct RecordedBill {
    std::int64_t number = 0;
    std::vector<BilledLot> lots;
    /// By how much the bill differs from what was received, and the part of it that belongs to units gone.
    foundation::Money difference;
    foundation::Money variance;
};

/// Records a bill and matches it to what was received [bill]: the amount is shared exactly between the lots by what
/// they cost without freight (largest remainder), and where that differs from the cost of a receipt, the receipt
/// changes [variance]. A lot is billed once. Throws one Refusal with every fault: `bill.exists`, `bill.no_lots`,
/// `bill.lot_billed`, `bill.no_value`, `delivery.unknown`, `text.missing` (no supplier, no reference), `cost.negative`,
/// `cost.too_much`, `date.in_future`, `budget.month_restock_exceeded`, and as requireReceipt does.
RecordedBill recordBill(books::WriteTransaction& tx, const Bill& bill);
/// The same without an event of its own: for an import.
RecordedBill enterBill(books::WriteTransaction& tx, const Bill& bill);

/// A lot that was bought and is on no bill.
struct UnbilledLot {
    books::LotNo lot;
    std::string sku;
    std::string name;
    std::string supplier;
    std::string reference;
    foundation::Date receivedOn;
    std::int64_t units = 0;
    foundation::Money cost; ///< as corrected
    std::optional<std::int64_t> delivery;
};
/// Oldest first, at most `most`, of those after the lot `after`. Reversed ones are left out.
std::vector<UnbilledLot> unbilledAfter(const books::ReadTransaction& tx, books::LotNo after,
                                       std::int64_t most);

} // namespace giftbox::purchasing
