#pragma once

#include "purchasing/supplier_book.h"

namespace giftbox::purchasing {

/// Requires that a version may stand beside the other suppliers. Throws Refusal `supplier.exists` and those of
/// requireValid.
void requireSound(const SupplierBook& book, const NumberedSupplier& wanted);

/// Adds a supplier. Throws Refusal `supplier.exists` (another one has the code, or has or had the name) and those of
/// requireValid.
void addSupplier(books::WriteTransaction& tx, const Supplier& supplier);

/// Changes a supplier: a new version of it. Missing values stay, and empty values are cleared; the code cannot change.
/// Returns the supplier as it is then. Records nothing if nothing changes. Throws Refusal `supplier.unknown`, and like
/// addSupplier.
Supplier editSupplier(books::WriteTransaction& tx, std::string_view codeOrName,
                      const foundation::Said& said);

/// What is to be known of an item at a supplier. What is missing stays.
struct ItemSupplierRequest {
    std::string sku;
    std::string supplier;
    std::optional<std::string> partNumber = {};
    std::optional<std::optional<std::int64_t>> packSize = {};
    bool isPreferred = false;
};

/// Records what a supplier calls an item and how many units their pack has, or makes the supplier the one that the item
/// is bought from. Records nothing if nothing changes. Throws Refusal `item.unknown`, `item.ambiguous`,
/// `supplier.unknown`, `item.pack_size`, `text.*`.
void setItemSupplier(books::WriteTransaction& tx, const ItemSupplierRequest& request);

} // namespace giftbox::purchasing
