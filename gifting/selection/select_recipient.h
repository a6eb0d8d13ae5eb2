#pragma once

#include "gifting/selection/candidates.h"

namespace giftbox::gifting {

/// `exception_reason`: why the recipient is chosen against what speaks against it.
struct SelectionRequest {
    std::string recipient;
    foundation::Month month;
    std::optional<std::string> exceptionReason;
};

/// Puts a nominated recipient on the list of the month; a manager has still to approve it. What speaks against it is kept in words, with the
/// reason; a reason that nothing asked for is not kept. Throws Refusal `month.closed`, `month.too_far_ahead`, `recipient.unknown`,
/// `recipient.anonymized`, `selection.not_nominated`, `selection.exists`, `selection.warned` (something speaks against it and there is no reason),
/// `text.*`.
Candidate selectRecipient(books::WriteTransaction& tx, const SelectionRequest& request);

/// Takes a recipient off the list of the month; the nominations of the month stay open and answer with the reason. Throws Refusal
/// `month.closed`, `recipient.unknown`, `selection.unknown`, `selection.has_box` (a box for them is planned, packed or given in the month),
/// `text.missing` (no reason).
void removeSelection(books::WriteTransaction& tx, const std::string& recipient,
                     foundation::Month month, const std::string& reason);

} // namespace giftbox::gifting
