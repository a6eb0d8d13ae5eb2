#include "inventory/edit_item.h"

#include "foundation/json.h"
#include "inventory/item_code.h"

namespace giftbox::inventory {

using books::WriteTransaction;
using foundation::Refusal;

namespace {

foundation::Value valueOf(const std::optional<std::int64_t>& number)
{
    return number ? foundation::Value(*number) : foundation::Value();
}

void keepHistory(WriteTransaction& tx, const NumberedItem& before)
{
    tx.database().execute("inventory/insert_item_history",
                          {{"store_id", tx.storeId()},
                           {"item_no", before.number.value},
                           {"until_event", tx.event().value},
                           {"name", before.item.name},
                           {"category", before.item.category},
                           {"reorder_level", valueOf(before.item.reorderLevel)},
                           {"par_level", valueOf(before.item.parLevel)}});
}

void update(WriteTransaction& tx, books::ItemNo number, const Item& item)
{
    tx.database().execute("inventory/update_item", {{"store_id", tx.storeId()},
                                                    {"item_no", number.value},
                                                    {"name", item.name},
                                                    {"category", item.category},
                                                    {"unit", item.unit},
                                                    {"size", item.size},
                                                    {"barcode", item.barcode},
                                                    {"supplier", item.supplier},
                                                    {"reorder_level", valueOf(item.reorderLevel)},
                                                    {"par_level", valueOf(item.parLevel)},
                                                    {"pack_size", item.packSize},
                                                    {"lead_days", valueOf(item.leadDays)},
                                                    {"imprinted", std::int64_t{item.imprinted}},
                                                    {"retired", std::int64_t{item.retired}},
                                                    {"barcode_folded", barcodeKey(item.barcode)}});
}

} // namespace

Item changed(Item item, const ItemChanges& changes)
{
    item.name = changes.name.value_or(item.name);
    item.category = changes.category.value_or(item.category);
    item.unit = changes.unit.value_or(item.unit);
    item.size = changes.size.value_or(item.size);
    item.barcode = changes.barcode.value_or(item.barcode);
    item.supplier = changes.supplier.value_or(item.supplier);
    item.packSize = changes.packSize.value_or(item.packSize);
    item.imprinted = changes.imprinted.value_or(item.imprinted);
    item.reorderLevel = changes.reorderLevel ? changes.reorderLevel : item.reorderLevel;
    item.parLevel = changes.parLevel ? changes.parLevel : item.parLevel;
    item.leadDays = changes.leadDays ? changes.leadDays : item.leadDays;
    return item;
}

Item editItem(WriteTransaction& tx, std::string_view sku, const ItemChanges& changes)
{
    const NumberedItem before = requireItem(tx, sku);
    const Item after = changed(before.item, changes);
    requireValid(after);
    if (after == before.item) {
        throw Refusal("item.unchanged",
                      "item " + after.sku + " says all of that already; nothing to change");
    }
    keepHistory(tx, before);
    update(tx, before.number, after);
    tx.record(
        "item.edit", "item " + after.sku,
        foundation::JsonObject().add("name", after.name).add("category", after.category).text());
    return after;
}

void retireItem(WriteTransaction& tx, std::string_view sku)
{
    NumberedItem found = requireItem(tx, sku);
    if (found.item.retired) {
        throw Refusal("item.retired", "item " + found.item.sku + " is retired already");
    }
    found.item.retired = true;
    update(tx, found.number, found.item);
    tx.record("item.retire", "item " + found.item.sku, "{}");
}

} // namespace giftbox::inventory
