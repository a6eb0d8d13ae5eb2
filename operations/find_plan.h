#pragma once

#include "gifting/planner/plan_month.h"

namespace giftbox::operations {

/// How long the planner may take while somebody waits for it.
inline constexpr std::int64_t kPlannerSeconds = 10;

struct FoundPlan {
    gifting::MonthToPlan month;
    gifting::Proposal proposal;
};

/// Looks for boxes while no transaction is open, so that nobody else waits. One month is planned at a time, so that the other workers are
/// there for everybody else. Throws Refusal `plan.busy` and those of gifting::loadMonthToPlan and gifting::proposePlan.
FoundPlan findPlan(foundation::Database& database, const std::string& store,
                   const gifting::PlanAsk& ask);

} // namespace giftbox::operations
