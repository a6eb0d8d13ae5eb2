#include "inventory/item.h"
#include "web/pages/pages.h"
#include "web/ui/operation_form.h"
#include "web/ui/seen_form.h"
#include "web/ui/shown_detail.h"

namespace giftbox::web {

using inventory::Item;

namespace {

std::vector<Field> itemFields(std::string_view command, const Item& item)
{
    std::vector<Field> fields =
        fieldsOf(operations::operationOf(command)->fields, inventory::itemFields(), item);
    fieldNamed(fields, "pack_size").isNeeded = false;
    return fields;
}

FormPage editFormOf(const RequestContext& context, const Item& item)
{
    FormPage page{.title = "Edit " + item.sku,
                  .submit = "Save",
                  .back = context.itemAddress(item.sku),
                  .fields = itemFields("item edit", item),
                  .intro =
                      "You cannot change the SKU or kind, because recorded costs depend on them."};
    fieldNamed(page.fields, "sku").type = "hidden";
    return page;
}

Item itemAsked(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        return inventory::requireItem(tx, context.query.text("sku")).item;
    });
}

} // namespace

Response addItemPage(RequestContext& context)
{
    Item blank;
    blank.unit = "each";
    FormPage page{.title = "Add an item",
                  .submit = "Add",
                  .back = context.address("stock"),
                  .fields = itemFields("item add", blank)};
    fieldNamed(page.fields, "kind").options = {{"contents", shownKind("contents")},
                                               {"packaging", shownKind("packaging")}};
    return runOperation(context, page, "item add", [&](const AnsweredRow& item) {
        return Done{context.itemAddress(item.at("sku")),
                    item.at("name") + " added to the catalog."};
    });
}

Response editItemPage(RequestContext& context)
{
    const Item item = itemAsked(context);
    FormPage page = editFormOf(context, item);
    page.fields.push_back(seenField(shownBy(page)));
    context.form.set("sku", item.sku);
    return runOperation(
        context, page, "item edit",
        [&](const AnsweredRow&) {
            return Done{context.itemAddress(item.sku), item.name + " saved."};
        },
        [&](const books::ReadTransaction& tx) {
            requireSeen(context.form,
                        editFormOf(context, inventory::requireItem(tx, item.sku).item));
        });
}

} // namespace giftbox::web
