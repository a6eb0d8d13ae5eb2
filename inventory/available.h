#pragma once

#include "inventory/fifo.h"
#include "inventory/item.h"

#include <span>
#include <string>
#include <vector>

namespace giftbox::inventory {

/// An item with its stock, oldest lot first, and the units reserved for planned boxes.
struct AvailableItem {
    std::string sku;
    std::string name;
    ItemKind kind = ItemKind::Contents;
    std::string category;
    std::string size;
    std::optional<std::int64_t> parLevel;
    std::int64_t reserved = 0;
    std::vector<OpenLot> lots;

    std::int64_t onHand() const;
    /// The lots received on or before `day`.
    std::span<const OpenLot> lotsBy(foundation::Date day) const;
    /// Units received on or before `day` and not reserved; never below 0.
    std::int64_t available(foundation::Date day) const;
    /// Available units above the par level; 0 without a par level.
    std::int64_t abovePar() const;
};

/// Every item, in SKU order. One statement; reads only open lots, so the cost does not grow with history.
std::vector<AvailableItem> itemsAvailable(const books::ReadTransaction& tx);

/// The item with this SKU; nullptr if there is none.
const AvailableItem* findAvailable(std::span<const AvailableItem> items, std::string_view sku);

} // namespace giftbox::inventory
