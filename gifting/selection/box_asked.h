#pragma once

#include "gifting/plan_box.h"
#include "gifting/substitutes.h"

namespace giftbox::gifting {

/// A box as somebody asks for it. Whether whoever it is for may be given one although they are marked is not asked
/// for: the month's approved list says it.
struct BoxAsked {
    /// The number it was planned under; without it, who it is for.
    std::optional<books::BoxNo> planned = {};
    std::optional<std::string> recipient = {};
    /// What goes in. With a recipe, the items for its categories; of a planned box, what goes in instead of what was
    /// planned.
    std::vector<BoxLine> lines = {};
    /// The name of the recipe that makes the lines.
    std::optional<std::string> recipe = {};
    std::optional<std::int64_t> minutes = {};
    /// A manager's reason to go over a stop cap.
    std::optional<std::string> override = {};
};

/// The only door to a box that is packed or planned by hand. Throw Refusal `box.which` (not one of number and
/// recipient, or a recipe for a planned box),
/// `recipe.or_lines` (units of an item for a recipe), `recipient.unknown`, those of useRecipe, and of packBox,
/// packPlannedBox, and planBox.
PackedBox pack(books::WriteTransaction& tx, const BoxAsked& asked, foundation::Date on);
PlannedResult plan(books::WriteTransaction& tx, const BoxAsked& asked, foundation::Month month);

/// The box that would be packed on that day, or planned for that month, with the lines and minutes of its recipe.
/// Throw as above.
BoxRequest requestOf(const books::ReadTransaction& tx, const BoxAsked& asked, foundation::Date on);
PlanRequest requestOf(const books::ReadTransaction& tx, const BoxAsked& asked,
                      foundation::Month month);

} // namespace giftbox::gifting
