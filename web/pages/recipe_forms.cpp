#include "foundation/fold.h"
#include "gifting/set_recipe.h"
#include "web/pages/pages.h"
#include "web/ui/run_form.h"
#include "web/ui/seen_form.h"

#include <map>

namespace giftbox::web {

using books::ReadTransaction;
using foundation::Refusal;
using gifting::Recipe;

namespace {

/// Starts a line for one item from a category; no SKU has a space.
constexpr std::string_view kAny = "any ";

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

std::string minutesOf(const Recipe& recipe)
{
    return recipe.minutes ? std::to_string(*recipe.minutes) : "";
}

FormPage recipeForm(const RequestContext& context, const ReadTransaction& tx,
                    const std::optional<Recipe>& before)
{
    FormPage page{.title = "Add a recipe",
                  .submit = "Save the recipe",
                  .back = context.address("recipes"),
                  .fields = {{.name = "minutes",
                              .label = "Labor minutes",
                              .type = "units",
                              .value = before ? minutesOf(*before) : "",
                              .hint = "Default: the minutes in Settings",
                              .isNeeded = false}},
                  .hasLines = true,
                  .items = partOptions(tx),
                  .intro = "Enter an item, including packaging, or \"any\" and a category to "
                           "select one item from it for each box."};
    if (!before) {
        page.fields.insert(page.fields.begin(), Field{.name = "name", .label = "Name"});
        return page;
    }
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

gifting::RecipeRequest requestIn(const ReadTransaction& tx, const Form& form, std::string name)
{
    gifting::RecipeRequest request{.name = std::move(name),
                                   .items = {},
                                   .categories = {},
                                   .minutes = changedIntegerIn(form, "minutes")};
    for (gifting::BoxLine& line : linesIn(tx, form)) {
        if (line.sku.starts_with(kAny)) {
            request.categories.push_back(
                {.category = line.sku.substr(kAny.size()), .units = line.units});
        } else {
            request.items.push_back(std::move(line));
        }
    }
    return request;
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
    return runForm(context, page, "web recipe set", [&](books::WriteTransaction& tx) {
        const std::string& name = known.empty() ? context.form.text("name") : known;
        if (known.empty()) {
            requireNew(tx, name);
        } else {
            requireSeen(context.form, recipeForm(context, tx, gifting::requireRecipe(tx, name)));
        }
        const Recipe made = gifting::setRecipe(tx, requestIn(tx, context.form, name));
        return Done{context.address("recipes/show?name=") + encodePercent(made.name),
                    made.name + ", version " + std::to_string(made.version.version) +
                        " saved: " + wordsOf(made) + "."};
    });
}

} // namespace giftbox::web
