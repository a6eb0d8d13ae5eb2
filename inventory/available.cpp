#include "inventory/available.h"

#include "inventory/statements.h"

#include <algorithm>

namespace giftbox::inventory {

using foundation::Date;

namespace {

AvailableItem itemOf(const sql::ItemsAvailable::Row& row)
{
    return {.sku = std::string(row.sku),
            .name = std::string(row.name),
            .kind = parseItemKind(row.kind),
            .category = std::string(row.category),
            .size = std::string(row.size),
            .parLevel = row.parLevel,
            .reserved = row.reservedUnits,
            .lots = {}};
}

} // namespace

std::int64_t AvailableItem::onHand() const { return unitsOf(lots); }

std::span<const OpenLot> AvailableItem::lotsBy(Date day) const
{
    return {lots.begin(), std::ranges::partition_point(
                              lots, [day](const OpenLot& lot) { return lot.receivedOn <= day; })};
}

std::int64_t AvailableItem::available(Date day) const
{
    return std::max<std::int64_t>(0, std::min(unitsOf(lotsBy(day)), onHand() - reserved));
}

std::int64_t AvailableItem::abovePar() const
{
    return parLevel ? std::max<std::int64_t>(0, onHand() - reserved - *parLevel) : 0;
}

std::vector<AvailableItem> itemsAvailable(const books::ReadTransaction& tx)
{
    std::vector<AvailableItem> items;
    for (const auto& row : tx.database().query(sql::ItemsAvailable{.storeId = tx.storeId()})) {
        if (items.empty() || items.back().sku != row.sku) {
            items.push_back(itemOf(row));
        }
        if (row.lotNo) {
            items.back().lots.push_back({.number = books::LotNo{*row.lotNo},
                                         .receivedOn = *row.receivedOn,
                                         .unitsLeft = *row.unitsLeft,
                                         .costLeft = *row.costLeft});
        }
    }
    return items;
}

const AvailableItem* findAvailable(std::span<const AvailableItem> items, std::string_view sku)
{
    const auto at = std::ranges::find(items, sku, &AvailableItem::sku);
    return at == items.end() ? nullptr : &*at;
}

} // namespace giftbox::inventory
