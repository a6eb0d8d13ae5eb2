#include "foundation/fold.h"
#include "gifting/recipe.h"
#include "web/pages/pages.h"
#include "web/ui/operation_form.h"
#include "web/ui/seen_form.h"

#include <map>

namespace giftbox::web {

using books::ReadTransaction;
using foundation::Refusal;
using gifting::Recipe;

namespace {

constexpr std::string_view kCommand = "recipe set";

/// All active items and all categories of contents.
std::vector<Option> partOptions(const ReadTransaction& tx)
{
    std::vector<Option> options;
    std::map<std::string, std::int64_t, foundation::LessFolded> categories;
    inventory::listItems(tx, [&](const inventory::NumberedItem& one) {
        if (one.item.retired) {
            return;
        }
        options.push_back(
            {.value = one.item.sku, .text = one.item.name, .barcode = one.item.barcode});
        if (one.item.kind == inventory::ItemKind::Contents && !one.item.category.empty()) {
            ++categories[one.item.category];
        }
    });
    for (const auto& [category, items] : categories) {
        options.push_back({.value = std::string(kAny) + category,
                           .text = "any item in this category (" + std::to_string(items) +
                                   (items == 1 ? " item)" : " items)")});
    }
    return options;
}

FormPage recipeForm(const RequestContext& context, const ReadTransaction& tx,
                    const std::optional<Recipe>& before)
{
    foundation::Said now;
    if (before) {
        now = {{"recipe", before->name},
               {"minutes", before->minutes ? std::to_string(*before->minutes) : ""}};
    }
    FormPage page{.title = "Add a recipe",
                  .submit = "Save the recipe",
                  .back = context.address("recipes"),
                  .fields = fieldsOf(operations::operationOf(kCommand)->fields, now),
                  .hasLines = true,
                  .items = partOptions(tx),
                  .intro = "Enter an item, including packaging, or \"any\" and a category to "
                           "select one item from it for each box."};
    fieldNamed(page.fields, "minutes").hint = "Default: the minutes in Settings";
    if (!before) {
        return page;
    }
    fieldNamed(page.fields, "recipe").type = "hidden";
    page.title = before->name + ", version " + std::to_string(before->version.version + 1);
    page.back = context.address("recipes/show?name=") + encodePercent(before->name);
    page.intro += " Packed and planned boxes do not change.";
    for (const gifting::BoxLine& line : before->items) {
        page.lines.emplace_back(line.sku, std::to_string(line.units));
    }
    for (const gifting::CategoryLine& line : before->categories) {
        page.lines.emplace_back(std::string(kAny) + line.category, std::to_string(line.units));
    }
    page.fields.push_back(seenField(shownBy(page)));
    return page;
}

void requireNew(const ReadTransaction& tx, const std::string& name)
{
    if (const auto there = gifting::findRecipe(tx, name)) {
        throw Refusal("recipe.exists", {{"version", there->version.version}});
    }
}

} // namespace

Response setRecipePage(RequestContext& context)
{
    const std::string& known = context.query.text("name");
    const FormPage page = context.read([&](const ReadTransaction& tx) {
        return recipeForm(context, tx,
                          known.empty() ? std::nullopt
                                        : std::optional(gifting::requireRecipe(tx, known)));
    });
    if (!known.empty()) {
        context.form.set("recipe", known);
    }
    return runOperation(
        context, page, kCommand,
        [&](const AnsweredRow& made) {
            return Done{context.address("recipes/show?name=") + encodePercent(made.at("recipe")),
                        made.at("recipe") + ", version " + made.at("version") +
                            " saved: " + made.at("lines") + "."};
        },
        [&](const ReadTransaction& tx) {
            known.empty() ? requireNew(tx, context.form.text("recipe"))
                          : requireSeen(context.form,
                                        recipeForm(context, tx, gifting::requireRecipe(tx, known)));
        });
}

} // namespace giftbox::web
