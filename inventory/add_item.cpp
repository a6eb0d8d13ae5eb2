#include "inventory/add_item.h"

#include "foundation/json.h"
#include "inventory/item_code.h"

namespace giftbox::inventory {

void addItem(books::WriteTransaction& tx, const Item& item)
{
    requireValid(item);
    requireUnused(tx, item.sku);
    insertItem(tx, item);
    tx.record("item.add", "item " + item.sku,
              foundation::JsonObject()
                  .add("name", item.name)
                  .add("kind", toText(item.kind))
                  .add("category", item.category)
                  .text());
}

} // namespace giftbox::inventory
