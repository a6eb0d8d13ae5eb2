#pragma once

#include "inventory/item.h"
#include "web/ui/form_page.h"

namespace giftbox::web {

/// `A hat, size L`.
std::string sizedName(const inventory::Item& item);
/// The items with units that no planned box reserves, to select from: `HAT`, `A hat, size L (3)`.
std::vector<Option> itemOptions(const books::ReadTransaction& tx);
/// The catalog, to select from: `HAT`, `A hat, size L`.
std::vector<Option> catalogOptions(const books::ReadTransaction& tx);

} // namespace giftbox::web
