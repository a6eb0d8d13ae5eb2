#pragma once

#include "gifting/waiting_boxes.h"

namespace giftbox::gifting {

/// `approved` now, out of `all` on the list; `remaining` is the amount remaining for their boxes.
struct ApprovedList {
    std::int64_t approved = 0;
    std::int64_t all = 0;
    gifting::MonthRemaining remaining = {};
};

/// Approves, as a manager, everybody on the month's list not approved yet, or only `recipient`; recipients added later
/// need approval again. Throws Refusal `selection.nothing_to_approve` (says who approved the list, and when),
/// `selection.unknown`, `recipient.unknown`, `month.closed`.
ApprovedList approveSelections(books::WriteTransaction& tx, foundation::Month month,
                               const std::optional<std::string>& recipient = {});

} // namespace giftbox::gifting
