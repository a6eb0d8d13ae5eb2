#include "gifting/recipe.h"

#include "foundation/fold.h"
#include "foundation/text.h"
#include "gifting/statements.h"

#include <algorithm>

namespace giftbox::gifting {

using books::ReadTransaction;
using foundation::Refusal;

namespace {

/// Lines of one category get one spelling, also if stored in several.
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

/// Visits the recipes in rows of one line each, with the lines of a recipe together.
template <class S>
void visitRecipes(foundation::Many<S> rows, const std::function<void(const Recipe&)>& visit)
{
    std::optional<Recipe> recipe;
    for (const auto& row : rows) {
        const RecipeVersion version{.recipe = row.recipeNo, .version = row.version};
        if (!recipe || recipe->version != version) {
            if (recipe) {
                visit(*recipe);
            }
            recipe = {.version = version,
                      .name = std::string(row.name),
                      .minutes = row.laborMinutes,
                      .items = {},
                      .categories = {}};
        }
        if (row.sku) {
            recipe->items.push_back({.sku = std::string(*row.sku), .units = row.units});
        } else {
            addCategory(recipe->categories,
                        {.category = std::string(row.category.value_or("")), .units = row.units});
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
    visitRecipes(tx.database().query(sql::FindRecipe{.storeId = tx.storeId(),
                                                     .nameFolded = foundation::folded(name),
                                                     .name = name,
                                                     .version = version}),
                 [&found](const Recipe& recipe) { found = recipe; });
    return found;
}

Recipe requireRecipe(const ReadTransaction& tx, std::string_view name,
                     std::optional<std::int64_t> version)
{
    if (std::optional<Recipe> recipe = findRecipe(tx, name, version)) {
        return *std::move(recipe);
    }
    throw Refusal("recipe.unknown", {{"name", name}, {"version", version}});
}

std::string wordsOf(const ReadTransaction& tx, const RecipeVersion& version)
{
    const auto row = tx.database().query(sql::RecipeName{
        .storeId = tx.storeId(), .recipeNo = version.recipe, .version = version.version});
    return std::string(row->name) + ", version " + std::to_string(version.version);
}

void listRecipes(const ReadTransaction& tx, const std::function<void(const Recipe&)>& visit)
{
    std::vector<Recipe> all;
    visitRecipes(tx.database().query(sql::ListRecipes{.storeId = tx.storeId()}),
                 [&all](const Recipe& recipe) { all.push_back(recipe); });
    std::ranges::stable_sort(all, foundation::LessFolded{}, &Recipe::name);
    std::ranges::for_each(all, visit);
}

} // namespace giftbox::gifting
