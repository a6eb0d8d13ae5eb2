#pragma once

#include "gifting/recipe.h"
#include "inventory/available.h"

namespace giftbox::gifting {

/// A part of a recipe and its stock: a named item, or all lines of one category together. `sku` or `category` is
/// empty.
struct RecipePart {
    std::string sku;
    std::string category;
    /// Units of one item for one box.
    std::int64_t units = 0;
    /// Different items for one box: 1, or the number of lines of the category.
    std::int64_t items = 1;
    /// Units available of the item, or of all items for the category's lines.
    std::int64_t available = 0;
    /// The number of boxes these alone allow.
    std::int64_t boxes = 0;

    bool operator==(const RecipePart&) const = default;
};

/// The parts of a recipe in the order in which they limit it, ties in the recipe's order. The first sets the number
/// of boxes possible. Ignores sizes. Pure.
std::vector<RecipePart> boxesBuildable(const Recipe& recipe,
                                       std::span<const inventory::AvailableItem> shelf);

} // namespace giftbox::gifting
