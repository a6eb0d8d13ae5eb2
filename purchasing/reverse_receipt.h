#pragma once

#include "budget/month_book.h"
#include "purchasing/recorded_receipt.h"

namespace giftbox::purchasing {

/// What keeps a receipt from being reversed: its units were used, or planned boxes reserve them.
enum class InTheWay { Nothing, Used, Reserved };
/// The same of any lot that came with `units` and must leave whole.
InTheWay inTheWayOf(const inventory::ShelfItem& item, books::LotNo lot, std::int64_t units);

/// Takes whole lots out of stock again, one after another, and writes them together.
class Reversals {
public:
    /// Reads the stock of the items.
    Reversals(books::WriteTransaction& tx, std::span<const std::string> skus);

    /// What is in the way after the reversals so far.
    InTheWay ofReceipt(const RecordedReceipt& receipt);
    /// Takes the receipt's lot out on the day it was received or, if that month is closed, on the first open day.
    /// Returns the day. No cap is tested. Requires that nothing is in the way.
    foundation::Date reverse(const RecordedReceipt& receipt, const std::string& reason);
    /// An item and a month, as changed so far.
    const inventory::ShelfItem& item(const std::string& sku) { return shelf_.require(sku); }
    const budget::MonthState& month(foundation::Month month) { return months_.month(month); }
    /// Throws Refusal `receipt.used`, `receipt.reserved`.
    void requireNothingInTheWay(const RecordedReceipt& receipt);
    void write();

private:
    books::WriteTransaction& tx_;
    inventory::Shelf shelf_;
    budget::MonthBook months_;
    std::vector<books::LotNo> lots_; ///< reversed and not written
};

struct ReversedReceipt {
    RecordedReceipt receipt;
    foundation::Date on;
    std::int64_t unitsNow = 0; ///< of the item
    /// The amount remaining under `month.restock` in the month of the day; none if there is no such cap.
    std::optional<foundation::Money> remaining;
};

/// Reverses a receipt that was recorded by mistake [reversal]: its whole lot leaves at exactly its units and cost, and
/// its reference may be received again. The receipt stays as it is. Throws Refusal `lot.unknown`, `receipt.not_bought`
/// (the lot came from a box or a count), `receipt.reversed`, `receipt.used`, `receipt.reserved`, `text.missing` (no
/// reason).
ReversedReceipt reverseReceipt(books::WriteTransaction& tx, books::LotNo lot,
                               const std::string& reason);

} // namespace giftbox::purchasing
