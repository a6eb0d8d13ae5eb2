#pragma once

#include "gifting/planner/plan_month.h"

namespace giftbox::operations {

/// The planner's time limit while a user waits.
inline constexpr std::int64_t kPlannerSeconds = 10;

struct FoundPlan {
    gifting::MonthToPlan month;
    gifting::Proposal proposal;
};

/// Proposes boxes outside of a transaction, so that nobody else waits. Plans one month at a time, so that other
/// workers stay free. Throws Refusal `plan.busy` and those of gifting::loadMonthToPlan and gifting::proposePlan.
FoundPlan findPlan(foundation::Database& database, const std::string& store,
                   const gifting::PlanAsk& ask, std::int64_t seconds = kPlannerSeconds);

} // namespace giftbox::operations
