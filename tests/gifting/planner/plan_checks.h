#pragma once

#include "gifting/planner/solve_plan.h"

namespace giftbox::tests {

/// Every rule that the boxes break, in words: computed anew from the problem, in whole numbers, without the planner.
std::vector<std::string> brokenRules(const gifting::PlanProblem& problem,
                                     const std::vector<gifting::ProposedBox>& boxes);

/// What somebody would pack who goes down the list once: for each recipient the item with the most points that still fits, within an equal
/// share of the month's room. None where that finds no box for somebody.
std::optional<std::vector<gifting::ProposedBox>> greedyFill(const gifting::PlanProblem& problem);

/// A program of a few recipients and items, the same for the same number; some have no plan.
gifting::PlanProblem randomProgram(std::uint32_t number);

/// A program as large as a large dealership's month, the same for the same number.
gifting::PlanProblem largeProgram(std::uint32_t number, std::size_t recipients, std::size_t items);

} // namespace giftbox::tests
