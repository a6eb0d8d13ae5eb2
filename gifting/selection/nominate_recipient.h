#pragma once

#include "gifting/selection/nomination.h"

namespace giftbox::gifting {

/// `department` is the store's own: service, parts, ...
struct NominationRequest {
    std::string recipient;
    foundation::Month month;
    std::string adviser;
    std::string department;
    std::string reason;
};

/// Records an adviser's nomination of a recipient for the month. Throws Refusal `month.closed`,
/// `month.too_far_ahead`, `recipient.unknown`, `recipient.anonymized`, `nomination.exists` (the adviser has already
/// nominated them for that month), `text.*`.
Nomination nominateRecipient(books::WriteTransaction& tx, const NominationRequest& request);

} // namespace giftbox::gifting
