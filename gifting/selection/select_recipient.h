#pragma once

#include "gifting/selection/candidates.h"

namespace giftbox::gifting {

/// `exception_reason`: the exception reason, for a selection despite warnings.
struct SelectionRequest {
    std::string recipient;
    foundation::Month month;
    std::optional<std::string> exceptionReason;
};

/// Puts a nominated recipient on the month's list; a manager must still approve it. Stores the warnings with the
/// exception reason; without warnings, the reason is dropped. Throws Refusal `month.closed`, `month.too_far_ahead`,
/// `recipient.unknown`, `recipient.anonymized`, `recipient.unconfirmed`, `selection.not_nominated`,
/// `selection.exists`, `selection.warned` (there are warnings and no reason), `text.*`.
Candidate selectRecipient(books::WriteTransaction& tx, const SelectionRequest& request);

/// Takes a recipient off the month's list; the month's nominations stay open, with the reason as their answer. Throws
/// Refusal `month.closed`, `recipient.unknown`, `selection.unknown`, `selection.has_box` (a box for them is planned,
/// packed or given in the month), `text.missing` (no reason).
void removeSelection(books::WriteTransaction& tx, const std::string& recipient,
                     foundation::Month month, const std::string& reason);

} // namespace giftbox::gifting
