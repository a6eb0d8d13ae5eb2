#pragma once

#include "foundation/row_writer.h"
#include "gifting/planner/accept_plan.h"
#include "gifting/planner/plan_month.h"

#include <vector>

namespace giftbox::reports {

/// Hundredths of a percent as a percentage: a proposal's distance from the best.
std::string gapOf(const gifting::PlanWorth& worth);

/// The boxes of a proposal, from beginning to end, each with the worth of the whole and the event that kept it.
const std::vector<foundation::Column>& planColumns();
void writePlan(const books::Store& store, const gifting::SavedProposal& plan,
               foundation::RowWriter& out);

/// Writes all boxes just planned.
const std::vector<foundation::Column>& acceptedColumns();
void writeAccepted(const books::Store& store, const std::vector<gifting::AcceptedBox>& accepted,
                   foundation::RowWriter& out);

} // namespace giftbox::reports
