#pragma once

#include "inventory/item.h"

namespace giftbox::inventory {

/// Adds an item to the catalog. Throws Refusal `item.exists` and those of requireValid.
void addItem(books::WriteTransaction& tx, const Item& item);

} // namespace giftbox::inventory
