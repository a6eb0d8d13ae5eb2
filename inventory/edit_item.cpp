#include "inventory/edit_item.h"

#include "foundation/json.h"
#include "inventory/item_code.h"
#include "inventory/statements.h"

namespace giftbox::inventory {

using books::WriteTransaction;
using foundation::Refusal;

namespace {

void keepHistory(WriteTransaction& tx, const NumberedItem& before)
{
    const sql::InsertItemHistory row{.storeId = tx.storeId(),
                                     .itemNo = before.number.value,
                                     .untilEvent = tx.event().value,
                                     .name = before.item.name,
                                     .category = before.item.category,
                                     .reorderLevel = before.item.reorderLevel,
                                     .parLevel = before.item.parLevel};
    tx.facts().add(books::facts::kItemHistory, row.binds());
    tx.database().execute(row);
}

/// Its texts are those of the item, which must live as long.
sql::UpdateItem updateOf(const WriteTransaction& tx, const NumberedItem& numbered,
                         std::string_view barcodeFolded)
{
    const Item& item = numbered.item;
    return {.storeId = tx.storeId(),
            .name = item.name,
            .category = item.category,
            .unit = item.unit,
            .size = item.size,
            .barcode = item.barcode,
            .supplier = item.supplier,
            .reorderLevel = item.reorderLevel,
            .parLevel = item.parLevel,
            .packSize = item.packSize,
            .leadDays = item.leadDays,
            .imprinted = item.imprinted,
            .retired = item.retired,
            .barcodeFolded = barcodeFolded,
            .itemNo = numbered.number.value};
}

/// What the digest of an event covers of an item.
std::string factOf(const sql::UpdateItem& update, const Item& item)
{
    const auto binds = update.binds();
    std::vector<foundation::Bind> row(binds.begin(), binds.end());
    row.push_back({"sku", item.sku});
    row.push_back({"kind", toText(item.kind)});
    return factText(books::facts::kItem, row);
}

void update(WriteTransaction& tx, const NumberedItem& numbered)
{
    const std::string barcode = barcodeKey(numbered.item.barcode);
    const sql::UpdateItem row = updateOf(tx, numbered, barcode);
    tx.facts().add(books::facts::kItem, factOf(row, numbered.item));
    tx.database().execute(row);
}

std::string digestBefore(const WriteTransaction& tx, const NumberedItem& before)
{
    return factCounted(books::facts::kItem, factOf(updateOf(tx, before, {}), before.item));
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
    update(tx, {.number = before.number, .item = after});
    tx.record("item.edit", "item " + after.sku,
              foundation::JsonObject()
                  .add("name", after.name)
                  .add("category", after.category)
                  .add("before", digestBefore(tx, before))
                  .text());
    return after;
}

void retireItem(WriteTransaction& tx, std::string_view sku)
{
    NumberedItem found = requireItem(tx, sku);
    if (found.item.retired) {
        throw Refusal("item.retired/already", {{"sku", found.item.sku}});
    }
    const std::string before = digestBefore(tx, found);
    found.item.retired = true;
    update(tx, found);
    tx.record("item.retire", "item " + found.item.sku,
              foundation::JsonObject().add("before", before).text());
}

} // namespace giftbox::inventory
