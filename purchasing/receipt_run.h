#pragma once

#include "budget/cap_exceptions.h"
#include "inventory/shelf.h"
#include "purchasing/receipt.h"
#include "purchasing/receipt_key.h"
#include "purchasing/supplier_book.h"

namespace giftbox::purchasing {

/// A recorded receipt and its lot.
struct NumberedReceipt {
    books::LotNo lot;
    Receipt receipt;
};

/// Puts receipts into stock one after another and writes them together. One receipt and a file of them use the same
/// code.
class ReceiptRun {
public:
    explicit ReceiptRun(books::WriteTransaction& tx) : tx_(tx), shelf_(tx), months_(tx) {}

    /// Reads the data for the receipts, and replaces item inputs by SKUs and what names a supplier of the store by the
    /// supplier's name. `spelled`: their references as in a file,
    /// or nothing.
    void load(std::span<Receipt> receipts, std::span<const std::string> spelled = {});
    /// The existing receipt with this key, if any; without a line, the first of any line. Requires it loaded.
    const NumberedReceipt* find(const Receipt& receipt) const;
    /// Requires that no receipt but that of the lot `except` has this key. Requires it loaded. Throws Refusal
    /// `receipt.exists`.
    void requireNew(const Receipt& receipt, books::LotNo except = {}) const;
    /// Throws like receiveStock; a refusal leaves the run unchanged.
    ReceivedLot receive(const Receipt& receipt);
    void write();

    /// Requires that a receipt of this cost would stay within `month.restock`. Throws Refusal
    /// `budget.month_restock_exceeded`.
    void requireRemaining(foundation::Month month, foundation::Money cost);

    /// The first receipt of the run whose cost is unusual and not confirmed: its lot; none if there is none.
    std::optional<books::LotNo> unusual() const;
    /// Requires that there is none [unusual-cost]. `place` begins the sentence as in books::FarDates. Throws Refusal
    /// `cost.unusual`.
    void requireUsual(const std::string& place) const;
    /// Forgets it, so that the next one is noted.
    void forgetUnusual() { unusual_.reset(); }

private:
    /// The newest lot bought of an item.
    struct Bought {
        std::int64_t units = 0;
        foundation::Money cost;
    };
    /// A receipt whose cost is unusual, and the lot bought before it, if any.
    struct Unusual {
        books::LotNo lot;
        Receipt receipt;
        std::optional<Bought> before;
    };

    /// Requires a reference. A supplier has one key under all its names.
    ReceiptKey keyOf(const Receipt& receipt) const;
    void readBought(std::span<const Receipt> receipts);
    void noteCost(const Receipt& receipt, books::LotNo lot);
    void readKnown(const foundation::Batch& keys);
    /// For a receipt without one: `R-` and its lot number, longer if another receipt of the item has that.
    std::string freeReference(const std::string& sku);

    books::WriteTransaction& tx_;
    inventory::Shelf shelf_;
    budget::MonthBook months_;
    budget::CapExceptions exceptions_;
    std::optional<SupplierBook> suppliers_; ///< once a receipt names one
    std::map<ReceiptKey, NumberedReceipt> known_;
    std::map<std::string, Bought> bought_; ///< by SKU
    std::optional<Unusual> unusual_;
};

/// Requires `purchase` or `parts_transfer`. Throws Refusal `receipt.source_unknown`.
void requireSource(std::string_view source);

} // namespace giftbox::purchasing
