#pragma once

#include "gifting/waiting_boxes.h"

namespace giftbox::gifting {

/// `approved` now, of the `all` on the list; `remaining` is what their boxes may cost.
struct ApprovedList {
    std::int64_t approved = 0;
    std::int64_t all = 0;
    gifting::MonthRemaining remaining = {};
};

/// A manager approves whoever is on the list of the month and was not approved yet; whoever is added later is to be approved again. Throws Refusal
/// `selection.nothing_to_approve` (saying who approved the list, and when), `month.closed`.
ApprovedList approveSelections(books::WriteTransaction& tx, foundation::Month month);

} // namespace giftbox::gifting
