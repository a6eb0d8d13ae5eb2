#pragma once

#include "gifting/planner/plan_problem.h"
#include "gifting/recipe.h"
#include "gifting/waiting_boxes.h"
#include "inventory/available.h"

namespace giftbox::gifting {

/// What to plan: a box for everybody on the month's approved list without one, or for the first `boxes` of them in
/// the order of selection. `today` determines the age of lots.
struct PlanAsk {
    foundation::Month month;
    std::optional<std::int64_t> boxes;
    std::optional<std::string> recipe;
    foundation::Date today;
};

/// A recipient on a month's approved list without a box from it. `exemption`: for a selection despite a warning.
struct Waiting {
    books::RecipientNo number;
    std::string code;
    std::string sizes;
    std::string preferences;
    std::optional<Exemption> exemption;
};

/// In the order of selection, without recipients anonymized since, not confirmed, or marked do-not-gift without such a
/// reason.
std::vector<Waiting> waitingIn(const books::ReadTransaction& tx, foundation::Month month);

/// A month for the planner: stock, caps and remaining amounts, recipients, and the makeup of a box.
struct MonthToPlan {
    foundation::Month month;
    /// In the order of the problem's recipients.
    std::vector<books::RecipientNo> recipients;
    std::optional<gifting::RecipeVersion> recipe;
    /// The boxes waiting to count in the month, whose cost the problem leaves free.
    gifting::WaitingBoxes boxesWaiting;
    PlanProblem problem;
};

/// Without a recipe, a box is 3 to 6 items of contents, one unit each, from at least 3 categories, in the packaging
/// of most of the last ten boxes packed, with the store's default minutes. The cost of boxes waiting to count in the
/// month is left free, but not in a future month, because they are likely to be given before. Throws Refusal
/// `month.closed`, `plan.boxes_malformed`, `plan.nobody`, `recipe.unknown`.
MonthToPlan loadMonthToPlan(const books::ReadTransaction& tx, const PlanAsk& ask);

/// The estimated cost of `units` more after the reserved and `drawn` units; none if there are not enough.
std::optional<foundation::Money> estimateAfter(const inventory::AvailableItem& item,
                                               std::int64_t drawn, std::int64_t units);

} // namespace giftbox::gifting
