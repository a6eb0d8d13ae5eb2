#pragma once

#include "gifting/recipient.h"
#include "gifting/selection/nomination.h"

namespace giftbox::gifting {

/// `department` is the store's own: service, parts, ...
struct NominationRequest {
    std::string recipient;
    foundation::Month month;
    std::string adviser;
    std::string department;
    std::string reason;
    /// In the place of a code, somebody who is no recipient yet: name, kind and note. Their code is `NEW-` plus their
    /// number, and they are unconfirmed; see confirmRecipient.
    std::optional<Recipient> somebodyNew = {};
};

/// Records an adviser's nomination of a recipient for the month, and the recipient with it if new. Throws Refusal
/// `month.closed`, `month.too_far_ahead`, `recipient.unknown`, `recipient.anonymized`, `nomination.exists` (the adviser
/// has already nominated them for that month), `nomination.whom`, `recipient.similar` (unless it is confirmed that
/// somebody new is nobody of these), `text.*`.
Nomination nominateRecipient(books::WriteTransaction& tx, const NominationRequest& request);

/// Requires that the adviser has no nomination of the recipient for the month, withdrawn ones aside. Throws Refusal
/// `nomination.exists`.
void requireFirstNomination(const books::WriteTransaction& tx, const Nomination& wanted);

} // namespace giftbox::gifting
