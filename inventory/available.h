#pragma once

#include "inventory/fifo.h"
#include "inventory/item.h"

#include <span>
#include <string>
#include <vector>

namespace giftbox::inventory {

/// An item with what is on its shelf, oldest lot first, and what of it is promised to planned boxes.
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
    /// Units received on or before `day` that may be taken without touching those reserved; never below 0.
    std::int64_t available(foundation::Date day) const;
    /// Of all those available, units above the par level; 0 without one.
    std::int64_t abovePar() const;
};

/// Every item, in SKU order. One statement; reads open lots only, so it does not grow with history.
std::vector<AvailableItem> itemsAvailable(const books::ReadTransaction& tx);

/// The item of that SKU; nullptr when there is none.
const AvailableItem* findAvailable(std::span<const AvailableItem> items, std::string_view sku);

} // namespace giftbox::inventory
