#pragma once

#include "inventory/shelf.h"
#include "purchasing/receipt.h"

namespace giftbox::purchasing {

/// A receipt as it is in the books, after its corrections: its lot, and the movement that brought it.
struct RecordedReceipt {
    books::LotNo lot;
    std::int64_t movement = 0;
    std::string sku;
    std::string reference;
    foundation::Date receivedOn;
    std::int64_t units = 0;
    foundation::Money cost;
    std::string supplier = {};
    std::int64_t line = 1;
};

/// Throws Refusal `lot.unknown`, `receipt.not_bought` (the lot came from a box or a count), `receipt.reversed`.
RecordedReceipt requireReceipt(const books::ReadTransaction& tx, books::LotNo lot);

/// Who used units of a lot: a few by name, and how many more.
struct LotUsers {
    foundation::Figure named;
    std::optional<std::size_t> more;
};
/// Of the lot that came with this movement.
LotUsers usersOfLot(const books::ReadTransaction& tx, books::LotNo lot, std::int64_t movement);

/// What takes units of a receipt off the shelf again: all of them, or some.
enum class TakingOff { Reversal, Correction, Return };

/// Throws Refusal `receipt.used`, which names the boxes that took units; `left` is what is left of the receipt. Not for
/// a return.
[[noreturn]] void refuseUsed(const books::ReadTransaction& tx, TakingOff how,
                             const RecordedReceipt& receipt, std::int64_t left);
/// Throws Refusal `receipt.reserved`: planned boxes reserve so many of the item's units that `units` cannot be taken
/// off.
[[noreturn]] void refuseReserved(TakingOff how, const RecordedReceipt& receipt,
                                 const inventory::ShelfItem& item, std::int64_t units);

} // namespace giftbox::purchasing
