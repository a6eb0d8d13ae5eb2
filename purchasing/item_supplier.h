#pragma once

#include "inventory/item.h"
#include "purchasing/supplier_book.h"

namespace giftbox::purchasing {

/// What is known of an item at a supplier: what they call it, the units of their pack (none: the item's own), and what
/// it cost there last, which receipts tell.
struct ItemSupplier {
    SupplierNo supplier;
    std::string partNumber = {};
    std::optional<std::int64_t> packSize = {};
    std::int64_t lastUnits = 0; ///< 0 if it was never bought there
    foundation::Money lastCost = {};
    std::optional<foundation::Date> lastOn = {};
    /// The item is bought from them: its field `supplier` names them.
    bool isPreferred = false;

    /// None if it was never bought there.
    std::optional<foundation::Money> costOf(std::int64_t units) const;
};

/// The suppliers of an item: those that something is known of, that it was bought from, or that its field `supplier`
/// names; the preferred one first.
std::vector<ItemSupplier> suppliersOf(const books::ReadTransaction& tx, const SupplierBook& book,
                                      const inventory::NumberedItem& item);

/// Units of a supplier's pack, by item and supplier, where they are known.
std::map<std::pair<books::ItemNo, SupplierNo>, std::int64_t>
packSizes(const books::ReadTransaction& tx);

/// What the supplier calls its items, where that is known.
std::map<books::ItemNo, std::string> partNumbersOf(const books::ReadTransaction& tx,
                                                   SupplierNo supplier);

/// A receipt from a supplier, as it is after its corrections.
struct Purchase {
    books::LotNo lot;
    std::string sku;
    std::string itemName;
    foundation::Date receivedOn;
    std::int64_t units = 0;
    foundation::Money cost;
    std::string reference;
    std::optional<foundation::Date> reversedOn;
};

/// The receipts from a supplier below this lot, the newest first; at most `most`.
std::vector<Purchase> purchasesFrom(const books::ReadTransaction& tx, const SupplierBook& book,
                                    SupplierNo supplier, std::int64_t below, std::size_t most);

} // namespace giftbox::purchasing
