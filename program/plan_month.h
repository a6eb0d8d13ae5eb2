#pragma once

#include "program/month_to_plan.h"
#include "program/solve_plan.h"

namespace giftbox::program {

/// A box for each recipient of the month, or why there is none. Reads nothing, so that nobody waits while it is solved. Throws Refusal
/// `plan.impossible` (which limit is in the way, and by how much), `plan.not_found` (the seconds ran out), foundation::LibraryError.
Proposal proposePlan(const books::Store& store, const MonthToPlan& month, std::int64_t seconds);

/// Keeps the proposal in place of the month's former one. It reserves nothing and commits nothing. Throws Refusal `month.closed`.
void keepPlan(books::WriteTransaction& tx, const MonthToPlan& month, const Proposal& proposal);

/// A box of a kept proposal. `cost` is what planning it after those before it is estimated to cost now; none when something is not there any more.
struct KeptBox {
    books::RecipientNo recipient;
    std::string code;
    std::vector<gifting::BoxLine> lines;
    std::optional<budget::BoxCost> cost;
};

/// What is proposed for a month until it is accepted. `room`: of the month once all boxes before and this one are planned.
struct KeptPlan {
    std::optional<gifting::RecipeVersion> recipe;
    std::int64_t laborMinutes = 0;
    std::int64_t objective = 0;
    std::int64_t bound = 0;
    std::vector<KeptBox> boxes;
    /// The room left in the month now; none without a cap.
    std::optional<foundation::Money> room;
};

/// Throws Refusal `plan.none`.
KeptPlan requirePlan(const books::ReadTransaction& tx, foundation::Month month);

/// Forgets the proposal of a month.
void forgetPlan(books::WriteTransaction& tx, foundation::Month month);

} // namespace giftbox::program
