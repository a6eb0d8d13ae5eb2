#include "gifting/set_recipe.h"

#include "books/code.h"
#include "foundation/fold.h"
#include "foundation/json.h"
#include "foundation/text.h"
#include "gifting/box_run.h"

#include <algorithm>
#include <map>
#include <set>

namespace giftbox::gifting {

using books::WriteTransaction;
using foundation::quoted;
using foundation::Refusal;

namespace {

/// Each line of a category is for another item, so that lines of one category are alike.
void requireAlike(const std::vector<CategoryLine>& lines)
{
    std::map<std::string, std::int64_t, foundation::LessFolded> units;
    for (const CategoryLine& line : lines) {
        inventory::requireUnits(line.units);
        const auto [first, isNew] = units.try_emplace(line.category, line.units);
        if (!isNew && first->second != line.units) {
            throw Refusal("recipe.category_units",
                          "the lines of the category " + quoted(line.category) + " ask for " +
                              std::to_string(first->second) + " and " + std::to_string(line.units) +
                              " units; give them the same units");
        }
    }
}

/// Each category gets the spelling of the catalog.
void requireKnown(const books::ReadTransaction& tx, Recipe& recipe)
{
    std::set<std::string, foundation::LessFolded> categories;
    inventory::listItems(tx, [&categories](const inventory::NumberedItem& one) {
        if (one.item.kind == inventory::ItemKind::Contents && !one.item.category.empty()) {
            categories.insert(one.item.category);
        }
    });
    for (const BoxLine& line : recipe.items) {
        inventory::requireUnits(line.units);
        (void)inventory::requireItem(tx, line.sku);
    }
    for (CategoryLine& line : recipe.categories) {
        const auto known = categories.find(line.category);
        if (known == categories.end()) {
            throw Refusal("recipe.category_unknown",
                          "no item of contents is of the category " + quoted(line.category) +
                              "; `giftbox item list` shows the categories");
        }
        line.category = *known;
    }
}

Recipe soundRecipe(const books::ReadTransaction& tx, const RecipeRequest& request)
{
    books::requireText(request.name, "the recipe's name");
    requireMinutes(request.minutes);
    Recipe recipe{.version = {},
                  .name = request.name,
                  .minutes = request.minutes,
                  .items = request.items,
                  .categories = request.categories};
    if (recipe.items.empty() && recipe.categories.empty()) {
        throw Refusal("recipe.empty", "the recipe has no lines; name items by their SKU, or "
                                      "categories");
    }
    nameItems(tx, recipe.items);
    recipe.items = merged(recipe.items);
    requireAlike(recipe.categories);
    requireKnown(tx, recipe);
    return recipe;
}

/// Whether both make the same boxes; the order of their lines does not matter.
bool makesTheSame(Recipe a, Recipe b)
{
    for (Recipe* recipe : {&a, &b}) {
        for (CategoryLine& line : recipe->categories) {
            line.category = foundation::folded(line.category);
        }
        std::ranges::sort(recipe->items, {}, &BoxLine::sku);
        std::ranges::sort(recipe->categories);
    }
    return a.minutes == b.minutes && a.items == b.items && a.categories == b.categories;
}

RecipeVersion nextVersion(const WriteTransaction& tx, const std::optional<Recipe>& before)
{
    if (before) {
        return {.recipe = before->version.recipe, .version = before->version.version + 1};
    }
    foundation::Rows rows =
        tx.database().query("gifting/last_recipe", {{"store_id", tx.storeId()}});
    rows.next();
    return {.recipe = rows.row().integer(0) + 1, .version = 1};
}

void insert(const WriteTransaction& tx, const Recipe& recipe)
{
    const auto [number, version] = recipe.version;
    tx.database().execute("gifting/insert_recipe",
                          {{"store_id", tx.storeId()},
                           {"recipe_no", number},
                           {"version", version},
                           {"name", recipe.name},
                           {"name_folded", foundation::folded(recipe.name)},
                           {"labor_minutes", recipe.minutes ? foundation::Value(*recipe.minutes)
                                                            : foundation::Value()},
                           {"event_seq", tx.event().value}});
    foundation::Batch lines({"line_no", "sku", "category", "units"});
    std::int64_t lineNo = 0;
    for (const BoxLine& line : recipe.items) {
        lines.add(++lineNo).add(line.sku).addNull().add(line.units);
    }
    for (const CategoryLine& line : recipe.categories) {
        lines.add(++lineNo).addNull().add(line.category).add(line.units);
    }
    tx.database().executeForEach(
        "gifting/insert_recipe_lines",
        {{"store_id", tx.storeId()}, {"recipe_no", number}, {"version", version}}, lines);
}

} // namespace

Recipe setRecipe(WriteTransaction& tx, const RecipeRequest& request)
{
    Recipe recipe = soundRecipe(tx, request);
    const std::optional<Recipe> before = findRecipe(tx, recipe.name);
    if (before) {
        recipe.name = before->name; // all versions have the name it was given first
    }
    if (before && makesTheSame(*before, recipe)) {
        throw Refusal("recipe.unchanged", "version " + std::to_string(before->version.version) +
                                              " of the recipe " + quoted(recipe.name) +
                                              " says all of that already; nothing to change");
    }
    recipe.version = nextVersion(tx, before);
    insert(tx, recipe);
    foundation::JsonObject detail;
    detail.add("version", recipe.version.version).add("lines", wordsOf(recipe));
    if (recipe.minutes) {
        detail.add("minutes", *recipe.minutes);
    }
    tx.record("recipe.set", "recipe " + recipe.name, detail.text());
    return recipe;
}

} // namespace giftbox::gifting
