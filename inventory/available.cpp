#include "inventory/available.h"

#include <algorithm>

namespace giftbox::inventory {

using foundation::Date;
using foundation::Row;
using foundation::Rows;

namespace {

AvailableItem itemOf(const Row& row)
{
    return {.sku = row.string(0),
            .name = row.string(1),
            .kind = parseItemKind(row.text(2)),
            .category = row.string(3),
            .size = row.string(4),
            .parLevel = row.maybeInteger(5),
            .reserved = row.integer(6),
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
    for (Rows rows = tx.database().query("inventory/items_available", {{"store_id", tx.storeId()}});
         rows.next();) {
        const Row row = rows.row();
        if (items.empty() || items.back().sku != row.text(0)) {
            items.push_back(itemOf(row));
        }
        if (!row.isNull(7)) {
            items.back().lots.push_back(
                {.number = books::LotNo{row.integer(7)},
                 .receivedOn = Date(static_cast<std::int32_t>(row.integer(8))),
                 .unitsLeft = row.integer(9),
                 .costLeft = {row.integer(10)}});
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
