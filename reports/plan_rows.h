#pragma once

#include "foundation/row_writer.h"
#include "gifting/planner/accept_plan.h"
#include "gifting/planner/plan_month.h"

#include <vector>

namespace giftbox::reports {

/// Hundredths of a percent as a percentage: how far a proposal may be from the best.
std::string gapOf(const gifting::PlanWorth& worth);

/// The boxes of a proposal, from beginning to end. People read its worth below the table; programs have it in each row, with the event that
/// kept the proposal where they have to say which one they saw.
enum class PlanFor { People, Programs, ProgramsThatChangeIt };
const std::vector<foundation::Column>& planColumns(PlanFor whom);
void writePlan(const gifting::SavedProposal& plan, PlanFor whom, foundation::RowWriter& out);

/// Boxes that were just planned, from beginning to end.
const std::vector<foundation::Column>& acceptedColumns();
void writeAccepted(const books::Store& store, const std::vector<gifting::AcceptedBox>& accepted,
                   foundation::RowWriter& out);

} // namespace giftbox::reports
