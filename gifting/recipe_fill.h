#pragma once

#include "gifting/recipe.h"
#include "gifting/recipient.h"
#include "inventory/available.h"

#include <set>

namespace giftbox::gifting {

/// For whom, when and with which items a recipe is filled. `sizes`: the recipient's, by category. `hadLately`: SKUs of the recipient's latest
/// boxes. `picks`: SKUs chosen by hand. `on`: the day of packing; kEver when the box is planned.
struct RecipeFilling {
    Sizes sizes;
    std::set<std::string> hadLately;
    std::vector<std::string> picks;
    foundation::Date on = inventory::kEver;
};

/// Whether the item may be taken for the line, were it there: contents of the category that the recipe does not name. Pure.
bool mayFill(const Recipe& recipe, const CategoryLine& line, const inventory::AvailableItem& item);

/// The lines of one box. A pick takes the first line open of its category. Every other category line gets an item with enough units available
/// that has no size or the recipient's, in this order: not had lately, most units above par, oldest lot, SKU. Items named, and items picked, are
/// lines whether they are there or not. Pure. Throws Refusal `recipe.pick_unfit`, `recipe.unfilled`.
std::vector<BoxLine> fillRecipe(const Recipe& recipe,
                                std::span<const inventory::AvailableItem> shelf,
                                const RecipeFilling& filling);

} // namespace giftbox::gifting
