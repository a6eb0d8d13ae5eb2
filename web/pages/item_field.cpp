#include "web/pages/item_field.h"

#include "web/ui/item_options.h"

namespace giftbox::web {

Field itemField(const RequestContext& context)
{
    return {.name = "sku",
            .label = "Item",
            .type = "item",
            .value = context.query.text("sku"),
            .hint = "Type or scan the SKU, name, or barcode"};
}

void offerCatalog(const books::ReadTransaction& tx, FormPage& shown)
{
    shown.items = catalogOptions(tx);
}

} // namespace giftbox::web
