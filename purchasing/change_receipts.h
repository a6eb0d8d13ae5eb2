#pragma once

#include "budget/cap_exceptions.h"
#include "inventory/lot_cost.h"
#include "purchasing/recorded_receipt.h"

namespace giftbox::purchasing {

/// What a receipt has, apart from its item, day, source and line.
struct ReceiptValues {
    std::int64_t units = 0;
    foundation::Money cost;
    std::string reference;
    std::string supplier;

    bool operator==(const ReceiptValues&) const = default;
};

ReceiptValues valuesOf(const RecordedReceipt& receipt);

/// A change of a receipt that was made: its day, the units and cost by which the receipt changed, and the part of that
/// cost that belongs to units gone.
struct ReceiptChange {
    foundation::Date on;
    std::int64_t units = 0;
    foundation::Money cost;
    foundation::Money variance;
    budget::Verdict verdict;
};

/// Changes receipts that are in the books, each once, and writes the changes together. However the cost of a receipt
/// comes to change, it is by this [variance]: each change is one movement that names the receipt, and one of the
/// variance if there is one. An amount for several receipts is shared by foundation::allocate first.
class ReceiptChanges {
public:
    /// Reads the stock of the items.
    ReceiptChanges(books::WriteTransaction& tx, std::span<const std::string> skus);

    /// Gives a receipt other values, on the day of a correction (ReadTransaction::correctionDay). A higher cost is
    /// tested against `month.restock` like a receipt of the difference, a lower one never. A refusal leaves everything
    /// unchanged. Throws Refusal `units.malformed`, `cost.negative`, `cost.too_much`, `receipt.used`,
    /// `receipt.reserved`, `budget.month_restock_exceeded`.
    ReceiptChange change(const RecordedReceipt& receipt, const ReceiptValues& values,
                         const std::string& reason);

    /// Takes a part of the cost off again, or adds it where it is negative; no cap stops that. Throws Refusal
    /// `receipt.cost_below`.
    ReceiptChange takeBack(const RecordedReceipt& receipt, foundation::Money cost,
                           const std::string& reason);

    /// An item and a month, as changed so far.
    const inventory::ShelfItem& item(const std::string& sku) { return shelf_.require(sku); }
    const budget::MonthState& month(foundation::Month month) { return months_.month(month); }
    void write();

private:
    ReceiptChange apply(const RecordedReceipt& receipt, const ReceiptValues& values,
                        const std::string& reason, const budget::Verdict& verdict);
    /// Returns the number of the correction's movement.
    std::int64_t post(const RecordedReceipt& receipt, const ReceiptChange& change,
                      const inventory::LotCost& after, const std::string& reason);

    books::WriteTransaction& tx_;
    inventory::Shelf shelf_;
    budget::MonthBook months_;
    budget::CapExceptions exceptions_;
    std::vector<books::LotNo> lots_; ///< whose units changed, not written
};

/// Records what a receipt has from the correction on that is the movement `seq`.
void insertCorrection(books::WriteTransaction& tx, books::LotNo lot, std::int64_t seq,
                      const ReceiptValues& values);

} // namespace giftbox::purchasing
