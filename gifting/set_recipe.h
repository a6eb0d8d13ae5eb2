#pragma once

#include "books/change.h"
#include "gifting/recipe.h"

namespace giftbox::gifting {

struct RecipeRequest {
    std::string name;
    std::vector<BoxLine> items;
    std::vector<CategoryLine> categories;
    books::NumberChange minutes; ///< not given: as in the version before; empty: the store's own
};

/// Makes a recipe, or the next version of the one of that name; older versions stay. Where the newest version says
/// all of that already, nothing is made or recorded. An item named twice is one line with the sum of its units.
/// Throws Refusal `text.*` (the name), `recipe.empty`, `item.unknown`, `recipe.category_unknown`, `recipe.category_units`, `units.malformed`,
/// `labor.negative`.
Recipe setRecipe(books::WriteTransaction& tx, const RecipeRequest& request);

} // namespace giftbox::gifting
