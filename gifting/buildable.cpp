#include "gifting/buildable.h"

#include "gifting/recipe_fill.h"

#include <algorithm>

namespace giftbox::gifting {

using inventory::AvailableItem;
using inventory::kEver;

namespace {

/// The most boxes with `items` different items each, given the number of boxes each item is enough for. An item is in
/// a box only once, so it counts for at most as many boxes as there are.
std::int64_t boxesOf(const std::vector<std::int64_t>& enoughFor, std::int64_t items)
{
    std::int64_t all = 0;
    for (const std::int64_t boxes : enoughFor) {
        all += boxes;
    }
    std::int64_t possible = 0;
    std::int64_t tooMany = all / items + 1;
    while (tooMany - possible > 1) {
        const std::int64_t tried = possible + (tooMany - possible) / 2;
        std::int64_t there = 0;
        for (const std::int64_t boxes : enoughFor) {
            there += std::min(boxes, tried);
        }
        (there >= tried * items ? possible : tooMany) = tried;
    }
    return possible;
}

RecipePart partOf(const BoxLine& line, std::span<const AvailableItem> shelf)
{
    const AvailableItem* item = inventory::findAvailable(shelf, line.sku);
    const std::int64_t available = item == nullptr ? 0 : item->available(kEver);
    return {.sku = line.sku,
            .category = {},
            .units = line.units,
            .items = 1,
            .available = available,
            .boxes = available / line.units};
}

RecipePart partOf(const CategoryLine& line, const Recipe& recipe,
                  std::span<const AvailableItem> shelf)
{
    RecipePart part{.sku = {},
                    .category = line.category,
                    .units = line.units,
                    .items = std::ranges::count(recipe.categories, line),
                    .available = 0,
                    .boxes = 0};
    std::vector<std::int64_t> enoughFor;
    for (const AvailableItem& item : shelf) {
        if (mayFill(recipe, line, item)) {
            part.available += item.available(kEver);
            enoughFor.push_back(item.available(kEver) / line.units);
        }
    }
    part.boxes = boxesOf(enoughFor, part.items);
    return part;
}

} // namespace

std::vector<RecipePart> boxesBuildable(const Recipe& recipe, std::span<const AvailableItem> shelf)
{
    std::vector<RecipePart> parts;
    for (const BoxLine& line : recipe.items) {
        parts.push_back(partOf(line, shelf));
    }
    for (const CategoryLine& line : recipe.categories) {
        if (std::ranges::find(parts, line.category, &RecipePart::category) == parts.end()) {
            parts.push_back(partOf(line, recipe, shelf));
        }
    }
    std::ranges::stable_sort(parts, {}, &RecipePart::boxes);
    return parts;
}

} // namespace giftbox::gifting
