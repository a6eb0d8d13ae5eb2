#pragma once

#include "inventory/stock.h"
#include "purchasing/order.h"

namespace giftbox::purchasing {

/// A line of the restocking list, and the supplier that the item is bought from, if the store knows it.
struct RestockLine : inventory::RestockLine {
    std::optional<SupplierNo> buyFrom;
};

/// The items to buy [restock], in SKU order: what drafts and open orders will bring is not proposed again, and packs
/// are those of the supplier, where they are known.
std::vector<RestockLine> restockList(const books::ReadTransaction& tx);

} // namespace giftbox::purchasing
