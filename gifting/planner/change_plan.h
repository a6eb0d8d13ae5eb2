#pragma once

#include "gifting/planner/plan_month.h"

namespace giftbox::gifting {

/// What the box proposed for one recipient is to have; without lines there is to be none. `seen`: the event that kept the proposal as whoever
/// changes it saw it.
struct PlanChange {
    foundation::Month month;
    books::EventSeq seen;
    std::string recipient;
    std::vector<gifting::BoxLine> lines;
};

/// The proposal as it would be; nothing is kept. Throws Refusal `plan.none`, `plan.changed`, `plan.outdated` (the recipient does not wait for a
/// box), `item.unknown`, `units.malformed`, `stock.short` (the box takes more of an item, and all boxes together more than is available).
SavedProposal changedPlan(const books::ReadTransaction& tx, const PlanChange& change);

/// Keeps the proposal with the change; without its last box it is forgotten. It reserves nothing and commits nothing, and caps are tested
/// when it is accepted. Throws Refusal `month.closed` and those of changedPlan.
SavedProposal changePlan(books::WriteTransaction& tx, const PlanChange& change);

} // namespace giftbox::gifting
