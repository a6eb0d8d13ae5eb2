#pragma once

#include "gifting/plan_box.h"
#include "gifting/substitutes.h"

namespace giftbox::gifting {

/// A requested box. An exception for a recipient marked do-not-gift is not part of the request: it comes from the
/// month's approved list.
struct BoxAsked {
    /// Its number as a planned box; without one, a recipient is required.
    std::optional<books::BoxNo> planned = {};
    std::optional<std::string> recipient = {};
    /// The lines. With a recipe, the items for its categories; for a planned box, the replacement of its planned
    /// lines.
    std::vector<BoxLine> lines = {};
    /// The name of the recipe for the lines.
    std::optional<std::string> recipe = {};
    std::optional<std::int64_t> minutes = {};
    /// A manager's reason to exceed a blocking cap.
    std::optional<std::string> override = {};
    BoxTaxChange tax = {};
};

/// The only way to pack or plan a box by hand. Throw Refusal `box.which` (not exactly one of number and recipient, or
/// a recipe for a planned box), `recipe.or_lines` (units of an item with a recipe), `recipient.unknown`, and like
/// useRecipe, packBox, packPlannedBox, and planBox.
PackedBox pack(books::WriteTransaction& tx, const BoxAsked& asked, foundation::Date on);
PlannedResult plan(books::WriteTransaction& tx, const BoxAsked& asked, foundation::Month month);

/// The box that would be packed on that day, or planned for that month, with its recipe's lines and minutes. Throw as
/// above.
BoxRequest requestOf(const books::ReadTransaction& tx, const BoxAsked& asked, foundation::Date on);
PlanRequest requestOf(const books::ReadTransaction& tx, const BoxAsked& asked,
                      foundation::Month month);

} // namespace giftbox::gifting
