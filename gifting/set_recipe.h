#pragma once

#include "gifting/recipe.h"

namespace giftbox::gifting {

struct RecipeRequest {
    std::string name;
    std::vector<BoxLine> items;
    std::vector<CategoryLine> categories;
    std::optional<std::int64_t> minutes;
};

/// Makes a recipe, or the next version of the one of that name; older versions stay. An item named twice is one line with the sum of its units.
/// Throws Refusal `text.*` (the name), `recipe.empty`, `item.unknown`, `recipe.category_unknown`, `recipe.category_units`, `units.malformed`,
/// `labor.negative`, `recipe.unchanged`.
Recipe setRecipe(books::WriteTransaction& tx, const RecipeRequest& request);

} // namespace giftbox::gifting
