#pragma once

#include "gifting/planner/solve_plan.h"

namespace giftbox::tests {

/// All rules that the boxes break, in words, recomputed from the problem in whole numbers, without the planner.
std::vector<std::string> brokenRules(const gifting::PlanProblem& problem,
                                     const std::vector<gifting::ProposedBox>& boxes);

/// A greedy solution in one pass: for each recipient, the item with the most points that still fits an equal share of
/// the remaining budget. None when a recipient gets no box.
std::optional<std::vector<gifting::ProposedBox>> greedyFill(const gifting::PlanProblem& problem);

/// A small program, the same for the same number; some have no solution.
gifting::PlanProblem randomProgram(std::uint32_t number);

/// A program as large as a month of a large dealership, the same for the same number.
gifting::PlanProblem largeProgram(std::uint32_t number, std::size_t recipients, std::size_t items);

} // namespace giftbox::tests
