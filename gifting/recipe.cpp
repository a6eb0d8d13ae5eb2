#include "gifting/recipe.h"

#include "foundation/fold.h"
#include "foundation/text.h"

#include <algorithm>

namespace giftbox::gifting {

using books::ReadTransaction;
using foundation::Refusal;
using foundation::Row;
using foundation::Rows;

namespace {

/// Lines of one category have one spelling, also where they were kept in several.
void addCategory(std::vector<CategoryLine>& lines, CategoryLine line)
{
    const auto there = std::ranges::find_if(lines, [&line](const CategoryLine& one) {
        return foundation::sameFolded(one.category, line.category);
    });
    if (there != lines.end()) {
        line.category = there->category;
    }
    lines.push_back(std::move(line));
}

/// Visits the recipes in rows of one line each, the lines of one recipe together.
void visitRecipes(Rows rows, const std::function<void(const Recipe&)>& visit)
{
    std::optional<Recipe> recipe;
    while (rows.next()) {
        const Row row = rows.row();
        const RecipeVersion version{.recipe = row.integer(0), .version = row.integer(1)};
        if (!recipe || recipe->version != version) {
            if (recipe) {
                visit(*recipe);
            }
            recipe = {.version = version,
                      .name = row.string(2),
                      .minutes = row.maybeInteger(3),
                      .items = {},
                      .categories = {}};
        }
        if (row.isNull(4)) {
            addCategory(recipe->categories, {.category = row.string(5), .units = row.integer(6)});
        } else {
            recipe->items.push_back({.sku = row.string(4), .units = row.integer(6)});
        }
    }
    if (recipe) {
        visit(*recipe);
    }
}

std::string withUnits(std::int64_t units) { return units == 1 ? "" : ":" + std::to_string(units); }

} // namespace

bool Recipe::names(std::string_view sku) const
{
    return std::ranges::find(items, sku, &BoxLine::sku) != items.end();
}

std::string wordsOf(const std::vector<BoxLine>& lines)
{
    std::string words;
    for (const BoxLine& line : lines) {
        words += (words.empty() ? "" : ", ") + line.sku + withUnits(line.units);
    }
    return words;
}

std::string wordsOf(const Recipe& recipe)
{
    std::string words = wordsOf(recipe.items);
    for (const CategoryLine& line : recipe.categories) {
        words += (words.empty() ? "any " : ", any ") + line.category + withUnits(line.units);
    }
    return words;
}

std::optional<Recipe> findRecipe(const ReadTransaction& tx, std::string_view name,
                                 std::optional<std::int64_t> version)
{
    std::optional<Recipe> found;
    visitRecipes(tx.database().query(
                     "gifting/find_recipe",
                     {{"store_id", tx.storeId()},
                      {"name", name},
                      {"name_folded", foundation::folded(name)},
                      {"version", version ? foundation::Value(*version) : foundation::Value()}}),
                 [&found](const Recipe& recipe) { found = recipe; });
    return found;
}

Recipe requireRecipe(const ReadTransaction& tx, std::string_view name,
                     std::optional<std::int64_t> version)
{
    if (std::optional<Recipe> recipe = findRecipe(tx, name, version)) {
        return *std::move(recipe);
    }
    throw Refusal("recipe.unknown",
                  "there is no recipe " + foundation::quoted(name) +
                      (version ? " with a version " + std::to_string(*version) : "") +
                      "; `giftbox recipe list` shows them, `giftbox recipe set` makes one");
}

std::string wordsOf(const ReadTransaction& tx, const RecipeVersion& version)
{
    foundation::Rows rows = tx.database().query(
        "gifting/recipe_name",
        {{"store_id", tx.storeId()}, {"recipe_no", version.recipe}, {"version", version.version}});
    rows.next();
    return rows.row().string(0) + ", version " + std::to_string(version.version);
}

void listRecipes(const ReadTransaction& tx, const std::function<void(const Recipe&)>& visit)
{
    std::vector<Recipe> all;
    visitRecipes(tx.database().query("gifting/list_recipes", {{"store_id", tx.storeId()}}),
                 [&all](const Recipe& recipe) { all.push_back(recipe); });
    std::ranges::stable_sort(all, foundation::LessFolded{}, &Recipe::name);
    std::ranges::for_each(all, visit);
}

} // namespace giftbox::gifting
