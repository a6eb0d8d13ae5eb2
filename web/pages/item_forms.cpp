#include "inventory/add_item.h"
#include "inventory/edit_item.h"
#include "web/pages/pages.h"
#include "web/ui/run_form.h"
#include "web/ui/seen_form.h"

namespace giftbox::web {

using inventory::Item;

namespace {

std::string numberText(const std::optional<std::int64_t>& number)
{
    return number ? std::to_string(*number) : "";
}

/// What may be changed of an item at any time, as it is.
std::vector<Field> wordFieldsOf(const Item& item)
{
    const auto optional = [](const char* name, const char* label, std::string value) {
        return Field{.name = name, .label = label, .value = std::move(value), .isNeeded = false};
    };
    Field reorder = optional("reorder_level", "Low at or under", numberText(item.reorderLevel));
    reorder.type = "units";
    Field par = optional("par_level", "Restock up to", numberText(item.parLevel));
    par.type = "units";
    Field lead = optional("lead_days", "Days from order to shelf", numberText(item.leadDays));
    lead.type = "units";
    return {{.name = "name", .label = "Name", .value = item.name},
            optional("category", "Category", item.category),
            optional("size", "Size", item.size),
            optional("barcode", "Barcode", item.barcode),
            optional("supplier", "Supplier", item.supplier),
            reorder,
            par,
            {.name = "pack_size",
             .label = "Bought in packs of",
             .type = "units",
             .value = std::to_string(item.packSize),
             .isNeeded = false},
            lead};
}

/// What was typed into these fields.
inventory::ItemChanges wordsIn(const Form& form)
{
    return {.name = changedTextIn(form, "name"),
            .category = changedTextIn(form, "category"),
            .unit = {},
            .size = changedTextIn(form, "size"),
            .barcode = changedTextIn(form, "barcode"),
            .supplier = changedTextIn(form, "supplier"),
            .reorderLevel = changedIntegerIn(form, "reorder_level"),
            .parLevel = changedIntegerIn(form, "par_level"),
            .packSize = changedIntegerIn(form, "pack_size"),
            .leadDays = changedIntegerIn(form, "lead_days"),
            .imprinted = {}};
}

FormPage editFormOf(const Visit& visit, const Item& item)
{
    return {.title = "Edit " + item.sku,
            .submit = "Save",
            .back = visit.itemAddress(item.sku),
            .fields = wordFieldsOf(item),
            .intro = "SKU and kind are for good: they decide how costs were added up."};
}

} // namespace

Response addItemPage(Visit& visit)
{
    FormPage page{.title = "Add an item",
                  .submit = "Add",
                  .back = visit.address("stock"),
                  .fields = {{.name = "sku", .label = "SKU"},
                             {.name = "kind",
                              .label = "Kind",
                              .type = "select",
                              .value = "contents",
                              .options = {{"contents", "Goes into the box"},
                                          {"packaging", "Makes the box"}}}}};
    const std::vector<Field> words = wordFieldsOf({});
    page.fields.insert(page.fields.begin() + 1, words.begin(), words.end());
    return runForm(visit, page, "web item add", [&](books::WriteTransaction& tx) {
        Item item;
        item.unit = "each";
        item.sku = visit.form.text("sku");
        item.kind = inventory::parseItemKind(visit.form.text("kind"));
        item = changed(std::move(item), wordsIn(visit.form));
        inventory::addItem(tx, item);
        return Done{visit.itemAddress(item.sku), item.sku + " is in the catalog."};
    });
}

Response editItemPage(Visit& visit)
{
    const Item item = visit.read([&](const books::ReadTransaction& tx) {
        return inventory::requireItem(tx, visit.query.text("sku")).item;
    });
    FormPage page = editFormOf(visit, item);
    page.fields.push_back(seenField(shownBy(page)));
    return runForm(visit, page, "web item edit", [&](books::WriteTransaction& tx) {
        requireSeen(visit.form, editFormOf(visit, inventory::requireItem(tx, item.sku).item));
        inventory::editItem(tx, item.sku, wordsIn(visit.form));
        return Done{visit.itemAddress(item.sku), "Saved."};
    });
}

} // namespace giftbox::web
