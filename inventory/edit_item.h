#pragma once

#include "inventory/item.h"

namespace giftbox::inventory {

/// Changes an item and keeps its earlier attributes, so that reports of closed months do not change. Missing values
/// stay, and empty values are cleared. SKU and kind cannot change, because they decide how costs were added up.
/// Returns the item in its new form. Records nothing if nothing changes. Throws Refusal `item.unknown`,
/// `number.malformed`, `field.type`, and like requireValid.
Item editItem(books::WriteTransaction& tx, std::string_view sku, const foundation::Said& said);

/// Writes the item with other attributes and keeps its earlier ones; the caller records the event, with
/// digestOf(before). Requires a valid item with the same SKU and kind.
void reviseItem(books::WriteTransaction& tx, const NumberedItem& before, const Item& after);

/// Gives an item another SKU, such as one that was mistyped. The earlier SKU still means the item, and closed months
/// show it. Returns the item in its new form. Records nothing if the SKU is the same. Throws Refusal `item.unknown`,
/// `item.sku_malformed`, `item.exists` (another item has or had that SKU).
Item renameItem(books::WriteTransaction& tx, std::string_view sku, std::string_view newSku);

/// Retires an item: it can no longer be received, but its stock can still be packed. Throws Refusal `item.unknown`,
/// `item.retired`.
Item retireItem(books::WriteTransaction& tx, std::string_view sku);
/// Puts it back into the catalog. Throws Refusal `item.unknown`, `item.not_retired`.
Item unretireItem(books::WriteTransaction& tx, std::string_view sku);

} // namespace giftbox::inventory
