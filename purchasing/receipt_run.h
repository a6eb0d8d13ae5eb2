#pragma once

#include "budget/cap_exceptions.h"
#include "inventory/shelf.h"
#include "purchasing/receipt.h"
#include "purchasing/receipt_key.h"

namespace giftbox::purchasing {

/// A receipt in the books, and its lot.
struct NumberedReceipt {
    books::LotNo lot;
    Receipt receipt;
};

/// Puts receipts on the shelf one after the other and writes them together; one receipt and a file of them are the same code.
class ReceiptRun {
public:
    explicit ReceiptRun(books::WriteTransaction& tx) : tx_(tx), shelf_(tx), months_(tx) {}

    /// Reads what the receipts need, and puts the SKU in the place of what was typed for an item.
    /// `spelled`: their references as a file has them, or nothing.
    void load(std::span<Receipt> receipts, std::span<const std::string> spelled = {});
    /// The receipt that is there under this key already; none else. Without a line, the first of whatever line. Requires it loaded.
    const NumberedReceipt* find(const Receipt& receipt) const;
    /// Throws as receiveStock; when it is refused the run is as before.
    ReceivedLot receive(const Receipt& receipt);
    void write();

private:
    void readKnown(const foundation::Batch& keys);
    /// For a receipt without one: `R-` and its lot number, longer when another receipt of the item has that already.
    std::string freeReference(const std::string& sku);

    books::WriteTransaction& tx_;
    inventory::Shelf shelf_;
    budget::MonthBook months_;
    budget::CapExceptions exceptions_;
    std::map<ReceiptKey, NumberedReceipt> known_;
};

/// Requires `purchase` or `parts_transfer`. Throws Refusal `receipt.source_unknown`.
void requireSource(std::string_view source);

} // namespace giftbox::purchasing
