#pragma once

#include "gifting/box.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace giftbox::gifting {

/// One item of a category, and its units.
struct CategoryLine {
    std::string category;
    std::int64_t units = 1;

    auto operator<=>(const CategoryLine&) const = default;
};

/// How a box is made: every named item (packaging too), and for each category line one item of contents in that
/// category that is neither named nor taken for another line. `minutes`: the store's default if not given.
struct Recipe {
    RecipeVersion version;
    std::string name;
    std::optional<std::int64_t> minutes;
    std::vector<BoxLine> items;
    std::vector<CategoryLine> categories;

    /// Whether the item is named.
    bool names(std::string_view sku) const;
};

/// Lines as text: `HAT-01, TISSUE:3`, and for a recipe `HAT-01, TISSUE:3, any shirts`.
std::string wordsOf(const std::vector<BoxLine>& lines);
std::string wordsOf(const Recipe& recipe);

/// By name, regardless of capitals, accents and blanks: the requested version, or the newest; none if there is no
/// such recipe or version.
std::optional<Recipe> findRecipe(const books::ReadTransaction& tx, std::string_view name,
                                 std::optional<std::int64_t> version = std::nullopt);
/// Like findRecipe. Throws Refusal `recipe.unknown`.
Recipe requireRecipe(const books::ReadTransaction& tx, std::string_view name,
                     std::optional<std::int64_t> version = std::nullopt);
/// `Autumn, version 2`. Requires that the version exists.
std::string wordsOf(const books::ReadTransaction& tx, const RecipeVersion& version);
/// Visits the newest version of every recipe, by name.
void listRecipes(const books::ReadTransaction& tx, const std::function<void(const Recipe&)>& visit);

} // namespace giftbox::gifting
