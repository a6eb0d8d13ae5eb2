#include "inventory/add_item.h"

#include "foundation/json.h"
#include "inventory/item_code.h"

namespace giftbox::inventory {

void addItem(books::WriteTransaction& tx, const Item& item)
{
    requireValid(item);
    if (const std::string there = skuAlike(tx, item.sku); !there.empty()) {
        throw foundation::Refusal("item.exists",
                                  {{"sku", there}, {"name", requireItem(tx, there).item.name}});
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
