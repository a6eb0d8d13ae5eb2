#pragma once

#include "gifting/planner/plan_problem.h"
#include "gifting/recipe.h"
#include "gifting/waiting_boxes.h"
#include "inventory/available.h"

namespace giftbox::gifting {

/// What to plan: a box for everybody on the approved list of the month who has none in it, or for the first `boxes` of them in the order in which
/// they were chosen. `today` tells how old lots are.
struct PlanAsk {
    foundation::Month month;
    std::optional<std::int64_t> boxes;
    std::optional<std::string> recipe;
    foundation::Date today;
};

/// Somebody on the approved list of a month to whom it has led no box yet. `exemption`: where they were chosen
/// against a warning.
struct Waiting {
    books::RecipientNo number;
    std::string code;
    std::string sizes;
    std::string preferences;
    std::optional<Exemption> exemption;
};

/// In the order in which they were chosen. Left out is who was anonymized since, or marked do-not-gift without such a reason.
std::vector<Waiting> waitingIn(const books::ReadTransaction& tx, foundation::Month month);

/// A month as the planner sees it: shelf, caps and room, recipients, and how a box is made up.
struct MonthToPlan {
    foundation::Month month;
    /// In the order of the problem's recipients.
    std::vector<books::RecipientNo> recipients;
    std::optional<gifting::RecipeVersion> recipe;
    /// What the problem's room of the month leaves to boxes that wait to count in it.
    gifting::WaitingBoxes boxesWaiting;
    PlanProblem problem;
};

/// Without a recipe a box is 3 to 6 items of contents, one unit each, of 3 categories or more, in the packaging that most of the ten boxes packed
/// last had, with the store's minutes. What waits to count in the month has its cost left to it, but not in a month ahead: it is more likely given
/// before. Throws Refusal `month.closed`, `plan.boxes_malformed`, `plan.nobody`, `recipe.unknown`.
MonthToPlan loadMonthToPlan(const books::ReadTransaction& tx, const PlanAsk& ask);

/// What `units` more are estimated to cost once those reserved and `drawn` have left the shelf; none where there are not so many.
std::optional<foundation::Money> estimateAfter(const inventory::AvailableItem& item,
                                               std::int64_t drawn, std::int64_t units);

} // namespace giftbox::gifting
