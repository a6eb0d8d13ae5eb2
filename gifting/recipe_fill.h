#pragma once

#include "gifting/recipe.h"
#include "gifting/recipient.h"
#include "inventory/available.h"

#include <set>

namespace giftbox::gifting {

/// The recipient, day and items for filling a recipe. `sizes`: the recipient's, by category. `hadLately`: SKUs of the
/// recipient's latest boxes. `picks`: SKUs selected by hand. `on`: the day of packing; kEver for a planned box.
struct RecipeFilling {
    Sizes sizes;
    std::set<std::string> hadLately;
    std::vector<std::string> picks;
    foundation::Date on = inventory::kEver;
};

/// Whether the item may be taken for the line if available: contents of the category not named in the recipe. Pure.
bool mayFill(const Recipe& recipe, const CategoryLine& line, const inventory::AvailableItem& item);

/// The lines of one box. A pick takes the first open line of its category. Every other category line gets an item
/// with enough available units and no size or the recipient's, in this order: not had lately, most units above par,
/// oldest lot, SKU. Named and picked items are lines even if unavailable. Pure. Throws Refusal `recipe.pick_unfit`,
/// `recipe.unfilled`.
std::vector<BoxLine> fillRecipe(const Recipe& recipe,
                                std::span<const inventory::AvailableItem> shelf,
                                const RecipeFilling& filling);

} // namespace giftbox::gifting
