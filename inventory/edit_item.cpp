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
    const std::vector<foundation::Bind> row = {{"store_id", tx.storeId()},
                                               {"item_no", before.number.value},
                                               {"until_event", tx.event().value},
                                               {"name", before.item.name},
                                               {"category", before.item.category},
                                               {"reorder_level", valueOf(before.item.reorderLevel)},
                                               {"par_level", valueOf(before.item.parLevel)}};
    tx.facts().add(books::facts::kItemHistory, row);
    tx.database().execute("inventory/insert_item_history", row);
}

std::vector<foundation::Bind> rowOf(books::ItemNo number, const Item& item)
{
    return {{"item_no", number.value},
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
            {"retired", std::int64_t{item.retired}}};
}

/// What the digest of an event covers of an item.
std::string factOf(books::ItemNo number, const Item& item)
{
    std::vector<foundation::Bind> row = rowOf(number, item);
    row.push_back({"sku", item.sku});
    row.push_back({"kind", toText(item.kind)});
    return factText(books::facts::kItem, row);
}

void update(WriteTransaction& tx, books::ItemNo number, const Item& item)
{
    const std::string barcode = barcodeKey(item.barcode);
    std::vector<foundation::Bind> row = rowOf(number, item);
    row.push_back({"store_id", tx.storeId()});
    row.push_back({"barcode_folded", barcode});
    tx.facts().add(books::facts::kItem, factOf(number, item));
    tx.database().execute("inventory/update_item", row);
}

std::string digestBefore(const NumberedItem& before)
{
    return factCounted(books::facts::kItem, factOf(before.number, before.item));
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
    item.packSize = changes.packSize.value_or(item.packSize).value_or(Item{}.packSize);
    item.imprinted = changes.imprinted.value_or(item.imprinted);
    item.reorderLevel = changes.reorderLevel.value_or(item.reorderLevel);
    item.parLevel = changes.parLevel.value_or(item.parLevel);
    item.leadDays = changes.leadDays.value_or(item.leadDays);
    return item;
}

Item editItem(WriteTransaction& tx, std::string_view sku, const ItemChanges& changes)
{
    const NumberedItem before = requireItem(tx, sku);
    const Item after = changed(before.item, changes);
    requireValid(after);
    if (after == before.item) {
        return after;
    }
    keepHistory(tx, before);
    update(tx, before.number, after);
    tx.record("item.edit", "item " + after.sku,
              foundation::JsonObject()
                  .add("name", after.name)
                  .add("category", after.category)
                  .add("before", digestBefore(before))
                  .text());
    return after;
}

void retireItem(WriteTransaction& tx, std::string_view sku)
{
    NumberedItem found = requireItem(tx, sku);
    if (found.item.retired) {
        throw Refusal("item.retired", "item " + found.item.sku + " is retired already");
    }
    const std::string before = digestBefore(found);
    found.item.retired = true;
    update(tx, found.number, found.item);
    tx.record("item.retire", "item " + found.item.sku,
              foundation::JsonObject().add("before", before).text());
}

} // namespace giftbox::inventory
