#pragma once

#include "gifting/planner/obstacle.h"
#include "gifting/planner/plan_problem.h"

#include <functional>

namespace giftbox::gifting {

/// The allowed distance of an objective from the best, in hundredths of a percent of the bound.
std::int64_t gapBasisPoints(std::int64_t objective, std::int64_t bound);

/// A box for each recipient. No proposal has an objective above the bound.
struct Proposal {
    std::vector<ProposedBox> boxes;
    std::int64_t objective = 0;
    std::int64_t bound = 0;

    bool operator==(const Proposal&) const = default;
};

/// No proposal: each of `any` alone would be enough, or, if that is empty, all of `together`. Both are empty if the
/// time ran out before anything was known.
struct NoPlan {
    std::vector<Obstacle> any;
    std::vector<Obstacle> together;

    bool operator==(const NoPlan&) const = default;
};

struct PlanResult {
    std::optional<Proposal> proposal;
    NoPlan without;
};

/// Stops at a gap of 0.1 %, after a number of nodes, or after `seconds`. The same problem gives the same plan, unless
/// the seconds ran out. Throws Refusal `plan.solver_failed`.
PlanResult solvePlan(const PlanProblem& problem, std::int64_t seconds);

} // namespace giftbox::gifting
