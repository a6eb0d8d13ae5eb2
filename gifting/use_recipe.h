#pragma once

#include "gifting/planned_box.h"
#include "gifting/recipe.h"

#include <set>

namespace giftbox::gifting {

/// The contents of this many latest boxes are not selected again: by recipes if there is another item, by the planner
/// never.
inline constexpr std::int64_t kLatelyBoxes = 3;

/// The SKUs of all items in the recipient's latest boxes.
std::set<std::string> hadLately(const books::ReadTransaction& tx, books::RecipientNo recipient);

/// A recipe for a box, and items selected by hand for its category lines.
struct RecipeUse {
    std::string name;
    std::vector<std::string> picks;
};

/// The request with the lines that the recipe's newest version makes for the recipient from the current stock, and
/// the recipe's minutes if the request has none. Throws Refusal `recipient.unknown`, `recipe.unknown`, and like
/// fillRecipe.
BoxRequest useRecipe(const books::ReadTransaction& tx, BoxRequest request, const RecipeUse& use);
PlanRequest useRecipe(const books::ReadTransaction& tx, PlanRequest request, const RecipeUse& use);

} // namespace giftbox::gifting
