#include "gifting/set_recipe.h"

#include "books/code.h"
#include "foundation/fold.h"
#include "foundation/json.h"
#include "foundation/text.h"
#include "gifting/box_poster.h"
#include "gifting/statements.h"

#include <algorithm>
#include <map>
#include <set>

namespace giftbox::gifting {

using books::WriteTransaction;
using foundation::quoted;
using foundation::Refusal;

namespace {

/// Each line of a category takes another item, so lines of a category are interchangeable.
void requireAlike(const std::vector<CategoryLine>& lines)
{
    std::map<std::string, std::int64_t, foundation::LessFolded> units;
    for (const CategoryLine& line : lines) {
        inventory::requireUnits(line.units);
        const auto [first, isNew] = units.try_emplace(line.category, line.units);
        if (!isNew && first->second != line.units) {
            throw Refusal("recipe.category_units", {{"category", line.category},
                                                    {"other_units", first->second},
                                                    {"units", line.units}});
        }
    }
}

/// Each category gets the catalog's spelling.
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
            throw Refusal("recipe.category_unknown", {{"category", line.category}});
        }
        line.category = *known;
    }
}

Recipe soundRecipe(const books::ReadTransaction& tx, const RecipeRequest& request,
                   const std::optional<Recipe>& before)
{
    books::requireText(request.name, "the recipe's name", "recipe");
    Recipe recipe{.version = {},
                  .name = request.name,
                  .minutes = request.minutes.value_or(before ? before->minutes : std::nullopt),
                  .items = request.items,
                  .categories = request.categories};
    requireMinutes(recipe.minutes);
    if (recipe.items.empty() && recipe.categories.empty()) {
        throw Refusal("recipe.empty");
    }
    nameItems(tx, recipe.items);
    recipe.items = merged(recipe.items);
    requireAlike(recipe.categories);
    requireKnown(tx, recipe);
    return recipe;
}

/// Whether both make the same boxes, regardless of the order of their lines.
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
    const auto last = tx.database().query(sql::LastRecipe{.storeId = tx.storeId()});
    return {.recipe = last->recipeNo + 1, .version = 1};
}

void insert(WriteTransaction& tx, const Recipe& recipe)
{
    const auto [number, version] = recipe.version;
    const std::string folded = foundation::folded(recipe.name);
    const sql::InsertRecipe row{.storeId = tx.storeId(),
                                .recipeNo = number,
                                .version = version,
                                .name = recipe.name,
                                .laborMinutes = recipe.minutes,
                                .eventSeq = tx.event().value,
                                .nameFolded = folded};
    tx.facts().add(books::facts::kRecipe, row.binds());
    tx.database().execute(row);
    foundation::Batch lines = sql::InsertRecipeLines::batch();
    std::int64_t lineNo = 0;
    for (const BoxLine& line : recipe.items) {
        lines.add(++lineNo).add(line.sku).addNull().add(line.units);
    }
    for (const CategoryLine& line : recipe.categories) {
        lines.add(++lineNo).addNull().add(line.category).add(line.units);
    }
    tx.facts().add(books::facts::kRecipeLine, lines, row.binds());
    tx.database().executeForEach(
        sql::InsertRecipeLines{.storeId = tx.storeId(), .recipeNo = number, .version = version},
        lines);
}

} // namespace

Recipe setRecipe(WriteTransaction& tx, const RecipeRequest& request)
{
    const std::optional<Recipe> before = findRecipe(tx, request.name);
    Recipe recipe = soundRecipe(tx, request, before);
    if (before) {
        recipe.name = before->name; // all versions have the first name
    }
    if (before && makesTheSame(*before, recipe)) {
        return *before;
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
