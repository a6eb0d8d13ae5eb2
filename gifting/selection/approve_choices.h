#pragma once

#include "gifting/waiting_boxes.h"

namespace giftbox::gifting {

/// `approved` now, of the `all` on the list; `room` is what their boxes may cost.
struct ApprovedList {
    std::int64_t approved = 0;
    std::int64_t all = 0;
    gifting::MonthRoom room = {};
};

/// A manager approves whoever is on the list of the month and was not approved yet; whoever is added later is to be approved again. Throws Refusal
/// `choice.nothing_to_approve` (saying who approved the list, and when), `month.closed`.
ApprovedList approveChoices(books::WriteTransaction& tx, foundation::Month month);

} // namespace giftbox::gifting
