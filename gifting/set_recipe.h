#pragma once

#include "books/change.h"
#include "gifting/recipe.h"

namespace giftbox::gifting {

struct RecipeRequest {
    std::string name;
    std::vector<BoxLine> items;
    std::vector<CategoryLine> categories;
    books::NumberChange
        minutes; ///< not given: as in the earlier version; empty: the store's default
};

/// Makes a recipe, or the next version of the one with this name; older versions stay. Makes and records nothing if
/// the newest version is the same. An item named twice becomes one line with the total units. Throws Refusal `text.*`
/// (the name), `recipe.empty`, `item.unknown`, `recipe.category_unknown`, `recipe.category_units`, `units.malformed`,
/// `labor.negative`.
Recipe setRecipe(books::WriteTransaction& tx, const RecipeRequest& request);

} // namespace giftbox::gifting
