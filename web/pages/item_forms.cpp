#include "inventory/item.h"
#include "web/pages/pages.h"
#include "web/ui/operation_form.h"
#include "web/ui/seen_form.h"

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

FormPage editFormOf(const Visit& visit, const Item& item)
{
    FormPage page{.title = "Edit " + item.sku,
                  .submit = "Save",
                  .back = visit.itemAddress(item.sku),
                  .fields = itemFields("item edit", item),
                  .intro = "SKU and kind are for good: they decide how costs were added up."};
    fieldNamed(page.fields, "sku").type = "hidden";
    return page;
}

Item itemAsked(Visit& visit)
{
    return visit.read([&](const books::ReadTransaction& tx) {
        return inventory::requireItem(tx, visit.query.text("sku")).item;
    });
}

/// A page that asks once more, and does it.
Response askedOnce(Visit& visit, const std::string& command, const std::string& title,
                   const std::string& intro)
{
    const Item item = itemAsked(visit);
    FormPage page{.title = title + " " + item.sku,
                  .submit = title,
                  .back = visit.itemAddress(item.sku),
                  .fields = {{.name = "sku", .label = "", .type = "hidden", .value = item.sku}},
                  .intro = intro};
    return runOperation(visit, page, command, [&](const AnsweredRow& done) {
        return Done{visit.itemAddress(done.at("sku")),
                    done.at("name") + (done.at("retired") == "yes" ? " is retired."
                                                                   : " is in the catalog again.")};
    });
}

} // namespace

Response addItemPage(Visit& visit)
{
    Item blank;
    blank.unit = "each";
    FormPage page{.title = "Add an item",
                  .submit = "Add",
                  .back = visit.address("stock"),
                  .fields = itemFields("item add", blank)};
    fieldNamed(page.fields, "kind").options = {{"contents", "Goes into the box"},
                                               {"packaging", "Makes the box"}};
    return runOperation(visit, page, "item add", [&](const AnsweredRow& item) {
        return Done{visit.itemAddress(item.at("sku")), item.at("sku") + " is in the catalog."};
    });
}

Response editItemPage(Visit& visit)
{
    const Item item = itemAsked(visit);
    FormPage page = editFormOf(visit, item);
    page.fields.push_back(seenField(shownBy(page)));
    visit.form.set("sku", item.sku);
    return runOperation(
        visit, page, "item edit",
        [&](const AnsweredRow&) {
            return Done{visit.itemAddress(item.sku), "Saved."};
        },
        [&](const books::ReadTransaction& tx) {
            requireSeen(visit.form, editFormOf(visit, inventory::requireItem(tx, item.sku).item));
        });
}

Response retireItemPage(Visit& visit)
{
    return askedOnce(visit, "item retire", "Retire",
                     "It can no longer be received; what is on the shelf may still be packed.");
}

Response unretireItemPage(Visit& visit)
{
    return askedOnce(visit, "item unretire", "Put back", "It can be received again.");
}

} // namespace giftbox::web
