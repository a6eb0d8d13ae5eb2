#pragma once

#include "inventory/item.h"

namespace giftbox::inventory {

/// Changes an item and keeps what it said before, so that reports of closed months stay as they were. What is not
/// said stays, and what is said empty
/// is emptied; SKU and kind are for good, since they decide how costs were added up. Returns the item as it is now.
/// Records nothing where it says all of that already. Throws Refusal `item.unknown`, `number.malformed`, `field.type`
/// and those of requireValid.
Item editItem(books::WriteTransaction& tx, std::string_view sku, const foundation::Said& said);

/// Takes an item out of the catalog: it can no longer be received; what is on the shelf may still be packed.
/// Throws Refusal `item.unknown`, `item.retired`.
Item retireItem(books::WriteTransaction& tx, std::string_view sku);
/// Puts it back. Throws Refusal `item.unknown`, `item.not_retired`.
Item unretireItem(books::WriteTransaction& tx, std::string_view sku);

} // namespace giftbox::inventory
