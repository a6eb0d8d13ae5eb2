#pragma once

#include "gifting/planned_box.h"
#include "gifting/recipe.h"

#include <set>

namespace giftbox::gifting {

/// Of so many boxes nothing is chosen again: for a recipe while there is another item, by the planner never.
inline constexpr std::int64_t kLatelyBoxes = 3;

/// The SKUs of everything in the recipient's latest boxes.
std::set<std::string> hadLately(const books::ReadTransaction& tx, books::RecipientNo recipient);

/// A recipe to make a box by, and items chosen by hand for its category lines.
struct RecipeUse {
    std::string name;
    std::vector<std::string> picks;
};

/// The request with the lines that the newest version of the recipe makes for the recipient from the shelf as it is now, and the recipe's
/// minutes where the request has none. Throws Refusal `recipient.unknown`, `recipe.unknown` and those of fillRecipe.
BoxRequest useRecipe(const books::ReadTransaction& tx, BoxRequest request, const RecipeUse& use);
PlanRequest useRecipe(const books::ReadTransaction& tx, PlanRequest request, const RecipeUse& use);

} // namespace giftbox::gifting
