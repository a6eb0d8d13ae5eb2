#pragma once

#include "budget/authorize.h"
#include "gifting/planner/month_to_plan.h"
#include "gifting/planner/solve_plan.h"

namespace giftbox::gifting {

/// A box for each recipient of the month, or why there is none. Reads nothing, so that nobody waits while it is solved. Throws Refusal
/// `plan.impossible` (which limit is in the way, and by how much), `plan.not_found` (the seconds ran out), foundation::LibraryError.
Proposal proposePlan(const books::Store& store, const MonthToPlan& month, std::int64_t seconds);

/// Keeps the proposal in place of the month's former one. It reserves nothing and commits nothing. Throws Refusal `month.closed`.
void keepPlan(books::WriteTransaction& tx, const MonthToPlan& month, const Proposal& proposal);

/// A box of a kept proposal. `cost` is what planning it after those before it is estimated to cost now; none when something is not there any more.
/// `passed`: caps that it would then go over, those that only warn too.
struct KeptBox {
    books::RecipientNo recipient;
    std::string code;
    std::string name;
    std::vector<gifting::BoxLine> lines;
    std::optional<budget::BoxCost> cost;
    std::vector<budget::PassedCap> passed;
};

/// How good a proposal is, and how good any can be.
struct PlanWorth {
    std::int64_t objective = 0;
    std::int64_t bound = 0;

    bool operator==(const PlanWorth&) const = default;
};

/// What is proposed for a month until it is accepted.
struct SavedProposal {
    std::optional<gifting::RecipeVersion> recipe;
    std::int64_t laborMinutes = 0;
    /// None once somebody has changed a box.
    std::optional<PlanWorth> worth;
    std::vector<KeptBox> boxes;
    /// The room left in the month now; none without a cap.
    std::optional<foundation::Money> remaining;
    /// What waits to count in the month.
    gifting::WaitingBoxes boxesWaiting;
    /// The event that kept it as it is.
    books::EventSeq keptBy;

    /// The room once all boxes are planned; none without a cap, or where a box has no cost.
    std::optional<foundation::Money> remainingAfter() const;
    /// The same with what waits.
    gifting::MonthRemaining monthAfter() const
    {
        return {.left = remainingAfter(), .waiting = boxesWaiting};
    }
};

/// For how many recipients a box is proposed. One statement.
std::int64_t boxesProposed(const books::ReadTransaction& tx, foundation::Month month);

/// Throws Refusal `plan.none`.
SavedProposal requirePlan(const books::ReadTransaction& tx, foundation::Month month);

/// Fills in cost and caps of the boxes as they are, and the room of the month.
void estimatePlan(const books::ReadTransaction& tx, foundation::Month month, SavedProposal& plan);

/// That nobody has changed the proposal since the event `seen` kept it. Throws Refusal `plan.changed`.
void requireSeen(const SavedProposal& plan, books::EventSeq seen);

/// Puts the boxes in the place of the month's former proposal; without boxes there is none. Records no event.
void replacePlan(books::WriteTransaction& tx, foundation::Month month, const SavedProposal& plan);

/// Forgets the proposal of a month.
void forgetPlan(books::WriteTransaction& tx, foundation::Month month);

} // namespace giftbox::gifting
