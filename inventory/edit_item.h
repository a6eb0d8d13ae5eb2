#pragma once

#include "books/change.h"
#include "inventory/item.h"

namespace giftbox::inventory {

/// What to change of an item; what is not given stays, and what is given empty is emptied. SKU and kind are for good: they decide how costs were
/// added up.
struct ItemChanges {
    std::optional<std::string> name;
    std::optional<std::string> category;
    std::optional<std::string> unit;
    std::optional<std::string> size;
    std::optional<std::string> barcode;
    std::optional<std::string> supplier;
    books::NumberChange reorderLevel;
    books::NumberChange parLevel;
    books::NumberChange packSize; ///< emptied: 1
    books::NumberChange leadDays;
    std::optional<bool> imprinted;
};

/// The item with what is said in the place of what it had. Pure.
Item changed(Item item, const ItemChanges& changes);

/// Changes an item and keeps what it said before, so that reports of closed months stay as they were. Returns the item as it is now.
/// Records nothing where it says all of that already. Throws Refusal `item.unknown` and those of requireValid.
Item editItem(books::WriteTransaction& tx, std::string_view sku, const ItemChanges& changes);

/// Takes an item out of the catalog: it can no longer be received; what is on the shelf may still be packed.
/// Throws Refusal `item.unknown`, `item.retired`.
void retireItem(books::WriteTransaction& tx, std::string_view sku);

} // namespace giftbox::inventory
