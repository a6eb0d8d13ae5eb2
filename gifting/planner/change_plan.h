#pragma once

#include "gifting/planner/plan_month.h"

namespace giftbox::gifting {

/// The new contents of one recipient's proposed box; without lines, it is removed. `seen`: the event that saved the
/// proposal the user saw.
struct PlanChange {
    foundation::Month month;
    books::EventSeq seen;
    std::string recipient;
    std::vector<gifting::BoxLine> lines;
};

/// The changed proposal, not saved. Throws Refusal `plan.none`, `plan.changed`, `plan.outdated` (the recipient is not
/// waiting for a box), `item.unknown`, `units.malformed`, `stock.short` (the box takes more of an item, and all boxes
/// together take more than is available).
SavedProposal changedPlan(const books::ReadTransaction& tx, const PlanChange& typed);

/// Saves the changed proposal, or deletes it if its last box is gone. Reserves and commits nothing; caps are tested
/// on acceptance. Throws Refusal `month.closed`, and like changedPlan.
SavedProposal changePlan(books::WriteTransaction& tx, const PlanChange& change);

} // namespace giftbox::gifting
