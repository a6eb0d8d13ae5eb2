#pragma once

#include "budget/authorize.h"
#include "budget/gift_limit.h"
#include "gifting/planner/month_to_plan.h"
#include "gifting/planner/solve_plan.h"

namespace giftbox::gifting {

/// A box for each recipient of the month, or why there is none. Reads nothing, so that nobody waits while it is solved.
/// Throws Refusal `plan.impossible` (which limit is in the way, and by how much), `plan.not_found` (the seconds ran
/// out), `plan.solver_failed`.
Proposal proposePlan(const books::Store& store, const MonthToPlan& month, std::int64_t seconds);

/// Saves the proposal in place of the month's earlier one. Reserves and commits nothing. Throws Refusal
/// `month.closed`.
void keepPlan(books::WriteTransaction& tx, const MonthToPlan& month, const Proposal& proposal);

/// A box of a saved proposal. `cost` is its current estimate after the boxes before it; none if something is no
/// longer available. `passed`: the caps it would exceed then, including those that only warn.
struct KeptBox {
    books::RecipientNo recipient;
    std::string code;
    std::string name;
    std::vector<gifting::BoxLine> lines;
    std::optional<budget::BoxCost> cost;
    std::vector<budget::PassedCap> passed;
    /// What it adds under each gift limit that the store acts on, without what of it is imprinted.
    std::vector<budget::LimitStanding> limits = {};
};

/// A proposal's objective, and the best possible.
struct PlanWorth {
    std::int64_t objective = 0;
    std::int64_t bound = 0;

    bool operator==(const PlanWorth&) const = default;
};

/// A month's saved proposal, until it is accepted.
struct SavedProposal {
    std::optional<gifting::RecipeVersion> recipe;
    std::int64_t laborMinutes = 0;
    /// None after somebody has changed a box.
    std::optional<PlanWorth> worth;
    std::vector<KeptBox> boxes;
    /// The amount remaining in the month now; none without a cap.
    std::optional<foundation::Money> remaining;
    /// The boxes waiting to count in the month.
    gifting::WaitingBoxes boxesWaiting;
    /// The event that saved its current form.
    books::EventSeq keptBy;

    /// The amount remaining once all boxes are planned; none without a cap, or if a box has no cost.
    std::optional<foundation::Money> remainingAfter() const;
    /// The same with the boxes waiting.
    gifting::MonthRemaining monthAfter() const
    {
        return {.left = remainingAfter(), .waiting = boxesWaiting};
    }
};

/// The number of recipients with a proposed box. One statement.
std::int64_t boxesProposed(const books::ReadTransaction& tx, foundation::Month month);

/// Throws Refusal `plan.none`.
SavedProposal requirePlan(const books::ReadTransaction& tx, foundation::Month month);

/// Fills in the boxes' current costs and caps, and the amount remaining in the month.
void estimatePlan(const books::ReadTransaction& tx, foundation::Month month, SavedProposal& plan);

/// `Gift limit us-gift: 18.40 USD so far, 6.20 USD more, of 25.00 USD`, one for each limit.
std::vector<foundation::Sentence> limitSentences(const books::Store& store, const KeptBox& box);

/// Requires that nobody changed the proposal since the event `seen` saved it. Throws Refusal `plan.changed`.
void requireSeen(const SavedProposal& plan, books::EventSeq seen);

/// Replaces the month's proposal by these boxes; without boxes, deletes it. Records no event.
void replacePlan(books::WriteTransaction& tx, foundation::Month month, const SavedProposal& plan);

/// Deletes a month's proposal.
void forgetPlan(books::WriteTransaction& tx, foundation::Month month);

} // namespace giftbox::gifting
