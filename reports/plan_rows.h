#pragma once

#include "foundation/row_writer.h"
#include "gifting/planner/accept_plan.h"
#include "gifting/planner/plan_month.h"

#include <vector>

namespace giftbox::reports {

/// Hundredths of a percent as a percentage: a proposal's distance from the best.
std::string gapOf(const gifting::PlanWorth& worth);

/// Writes all boxes of a proposal. For people its worth goes below the table; for programs it is in each row, with
/// the event that saved the proposal, if they must name the one they saw.
enum class PlanFor { People, Programs, ProgramsThatChangeIt };
const std::vector<foundation::Column>& planColumns(PlanFor whom);
void writePlan(const gifting::SavedProposal& plan, PlanFor whom, foundation::RowWriter& out);

/// Writes all boxes just planned.
const std::vector<foundation::Column>& acceptedColumns();
void writeAccepted(const books::Store& store, const std::vector<gifting::AcceptedBox>& accepted,
                   foundation::RowWriter& out);

} // namespace giftbox::reports
