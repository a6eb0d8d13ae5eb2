#include "inventory/edit_item.h"

#include "foundation/fold.h"
#include "foundation/json.h"
#include "inventory/item_code.h"
#include "inventory/statements.h"

namespace giftbox::inventory {

using books::WriteTransaction;
using foundation::Refusal;

namespace {

/// `earlierSku`: where the SKU changes.
void keepHistory(WriteTransaction& tx, const NumberedItem& before, std::string_view earlierSku = {})
{
    const std::string folded = foundation::folded(earlierSku);
    const sql::InsertItemHistory row{.storeId = tx.storeId(),
                                     .itemNo = before.number.value,
                                     .untilEvent = tx.event().value,
                                     .name = before.item.name,
                                     .category = before.item.category,
                                     .reorderPoint = before.item.reorderPoint,
                                     .parLevel = before.item.parLevel,
                                     .sku = earlierSku,
                                     .skuFolded = folded};
    tx.facts().add(books::facts::kItemHistory, row.binds());
    tx.database().execute(row);
}

} // namespace

void reviseItem(WriteTransaction& tx, const NumberedItem& before, const Item& after)
{
    keepHistory(tx, before);
    updateItem(tx, {.number = before.number, .item = after});
}

Item editItem(WriteTransaction& tx, std::string_view sku, const foundation::Said& said)
{
    const NumberedItem before = requireItem(tx, sku);
    const Item after = changed(itemFields(), before.item, said);
    requireValid(after);
    if (after == before.item) {
        return after;
    }
    reviseItem(tx, before, after);
    tx.record("item.edit", "item " + after.sku,
              foundation::JsonObject()
                  .add("name", after.name)
                  .add("category", after.category)
                  .add("before", digestOf(before))
                  .text());
    return after;
}

Item renameItem(WriteTransaction& tx, std::string_view sku, std::string_view newSku)
{
    const NumberedItem before = requireItem(tx, sku);
    NumberedItem after = before;
    after.item.sku = newSku;
    requireValid(after.item);
    requireUnused(tx, after.item.sku, before.item.sku);
    if (after.item.sku == before.item.sku) {
        return after.item;
    }
    keepHistory(tx, before, before.item.sku);
    updateItem(tx, after);
    tx.record("item.rename", "item " + after.item.sku,
              foundation::JsonObject()
                  .add("from", before.item.sku)
                  .add("before", digestOf(before))
                  .text());
    return after.item;
}

namespace {

/// Records it as `action`.
Item setRetired(WriteTransaction& tx, NumberedItem found, bool isRetired, const char* action)
{
    const std::string before = digestOf(found);
    found.item.retired = isRetired;
    updateItem(tx, found);
    tx.record(action, "item " + found.item.sku,
              foundation::JsonObject().add("before", before).text());
    return found.item;
}

} // namespace

Item retireItem(WriteTransaction& tx, std::string_view sku)
{
    const NumberedItem found = requireItem(tx, sku);
    if (found.item.retired) {
        throw Refusal("item.retired/already", {{"sku", found.item.sku}});
    }
    return setRetired(tx, found, true, "item.retire");
}

Item unretireItem(WriteTransaction& tx, std::string_view sku)
{
    const NumberedItem found = requireItem(tx, sku);
    if (!found.item.retired) {
        throw Refusal("item.not_retired", {{"sku", found.item.sku}});
    }
    return setRetired(tx, found, false, "item.unretire");
}

} // namespace giftbox::inventory
