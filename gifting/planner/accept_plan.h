#pragma once

#include "gifting/planned_box.h"

namespace giftbox::gifting {

/// A box that has been planned, and for whom.
struct AcceptedBox {
    std::string recipient;
    gifting::PlannedResult box;
};

/// Plans every box that is proposed for the month, all or none, under the caps and with the stock as they are now, and forgets the proposal. `seen`:
/// the event that kept it as whoever accepts saw it. Throws Refusal `plan.none`, `plan.changed`, `plan.outdated` (somebody is no longer on the approved
/// list without a box), and those of gifting::planBox, which name the recipient of the box.
std::vector<AcceptedBox> acceptPlan(books::WriteTransaction& tx, foundation::Month month,
                                    std::optional<books::EventSeq> seen = std::nullopt);

} // namespace giftbox::gifting
