#pragma once

#include "gifting/recipe.h"
#include "inventory/available.h"

namespace giftbox::gifting {

/// What a recipe asks for and the shelf has: an item named, or all lines of one category together. `sku` or `category` is empty.
struct RecipePart {
    std::string sku;
    std::string category;
    /// Of one item, for one box.
    std::int64_t units = 0;
    /// Different items for one box: 1, or the lines of the category.
    std::int64_t items = 1;
    /// Units available of the item, or of all items that the category lines may take.
    std::int64_t available = 0;
    /// How many boxes these alone allow.
    std::int64_t boxes = 0;

    bool operator==(const RecipePart&) const = default;
};

/// The parts of a recipe in the order in which they limit it, ties in the recipe's order: so many boxes as the first allows can be made, and the
/// first is what limits them. Sizes are not looked at. Pure.
std::vector<RecipePart> boxesBuildable(const Recipe& recipe,
                                       std::span<const inventory::AvailableItem> shelf);

} // namespace giftbox::gifting
