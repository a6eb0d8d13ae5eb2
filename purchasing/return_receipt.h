#pragma once

#include "purchasing/recorded_return.h"

namespace giftbox::purchasing {

/// Units of a receipt that go back to its supplier.
struct SupplierReturn {
    books::LotNo lot;
    std::int64_t units = 0;
    foundation::Date on;
    std::string reason;
};

struct ReturnedUnits {
    std::int64_t movement = 0; ///< the number of the return
    RecordedReceipt receipt;
    foundation::Date on;
    std::int64_t units = 0;    ///< below 0 where they left the shelf, over 0 where they came back
    foundation::Money cost;    ///< likewise
    std::int64_t unitsNow = 0; ///< of the item
    /// The amount remaining under `month.restock` in the month of the day; none if there is no such cap.
    std::optional<foundation::Money> remaining;
};

/// Returns units to their supplier [supplier-return]: they leave their own lot, whatever is older, at their share of
/// what is left of its cost, and the month's restock total gets the amount back; no cap is tested. Throws like
/// requireReceipt, and Refusal `return.units_gone`, `return.too_early`, `receipt.reserved`, `units.malformed`,
/// `month.closed`, `date.in_future`, `text.missing` (no reason).
ReturnedUnits returnToSupplier(books::WriteTransaction& tx, const SupplierReturn& asked);
/// The same without an event of its own: for an import.
ReturnedUnits enterReturn(books::WriteTransaction& tx, const SupplierReturn& asked);

/// Reverses a return that was a mistake, by its number: the units come back as a new lot at exactly the cost they left
/// with, on its day while that month is open, else on the first open day. No cap is tested. Throws like requireReturn,
/// and Refusal `text.missing` (no reason).
ReturnedUnits reverseReturn(books::WriteTransaction& tx, std::int64_t movement,
                            const std::string& reason);
/// The same without an event of its own: for an import that is undone.
ReturnedUnits enterReturnReversal(books::WriteTransaction& tx, std::int64_t movement,
                                  const std::string& reason);

/// What the supplier credits for a return.
struct SupplierCredit {
    std::int64_t movement = 0; ///< the number of the return
    foundation::Money amount;
    foundation::Date on;
    std::string reference; ///< the number of the credit note
};

struct CreditedReturn {
    RecordedReturn returned;
    SupplierCredit credit;
    foundation::Money variance; ///< by how much it falls short of what the units cost
};

/// Records the credit for a return, once. What it falls short of the cost of the units is a variance of its month; a
/// higher credit reduces the variance. No lot changes, and no cap is tested. Throws like requireReturn, and Refusal
/// `return.too_early`, `cost.negative`, `cost.too_much`, `month.closed`, `date.in_future`, `text.missing` (no
/// reference).
CreditedReturn creditReturn(books::WriteTransaction& tx, const SupplierCredit& credit);
/// The same without an event of its own: for an import.
CreditedReturn enterCredit(books::WriteTransaction& tx, const SupplierCredit& credit);

} // namespace giftbox::purchasing
