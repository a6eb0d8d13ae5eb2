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

/// A confirmation page.
Response askedOnce(RequestContext& context, const std::string& command, const std::string& title,
                   const std::string& intro)
{
    const Item item = itemAsked(context);
    FormPage page{.title = title + " " + item.sku,
                  .submit = title,
                  .back = context.itemAddress(item.sku),
                  .fields = {{.name = "sku", .label = "", .type = "hidden", .value = item.sku}},
                  .intro = intro};
    return runOperation(context, page, command, [&](const AnsweredRow& done) {
        return Done{context.itemAddress(done.at("sku")),
                    done.at("name") +
                        (done.at("retired") == "yes" ? " is retired." : " is active again.")};
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

Response retireItemPage(RequestContext& context)
{
    return askedOnce(context, "item retire", "Retire",
                     "You can no longer receive this item. Units on hand can still be packed.");
}

Response unretireItemPage(RequestContext& context)
{
    return askedOnce(context, "item unretire", "Reactivate", "You can receive this item again.");
}

} // namespace giftbox::web
