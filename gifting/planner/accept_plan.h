#pragma once

#include "gifting/planned_box.h"

namespace giftbox::gifting {

/// A planned box and its recipient.
struct AcceptedBox {
    std::string recipient;
    gifting::PlannedResult box;
};

/// Plans all boxes of the month's proposal, or none, under the current caps and stock, and deletes the proposal.
/// `seen`: the event that saved the proposal the user saw. Throws Refusal `plan.none`, `plan.changed`,
/// `plan.outdated` (somebody is no longer waiting for a box on the approved list), and like gifting::planBox, with
/// the recipient of the box.
std::vector<AcceptedBox> acceptPlan(books::WriteTransaction& tx, foundation::Month month,
                                    std::optional<books::EventSeq> seen = std::nullopt);

} // namespace giftbox::gifting
