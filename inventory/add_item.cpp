#include "inventory/add_item.h"

#include "foundation/json.h"

namespace giftbox::inventory {

void addItem(books::WriteTransaction& tx, const Item& item)
{
    requireValid(item);
    if (const auto there = findItem(tx, item.sku)) {
        throw foundation::Refusal("item.exists",
                                  "there is an item " + item.sku + " already: " + there->item.name +
                                      "; `giftbox item edit " + item.sku + "` changes it");
    }
    insertItem(tx, item);
    tx.record("item.add", "item " + item.sku,
              foundation::JsonObject()
                  .add("name", item.name)
                  .add("kind", toText(item.kind))
                  .add("category", item.category)
                  .text());
}

} // namespace giftbox::inventory
