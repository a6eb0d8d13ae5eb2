#pragma once

#include "gifting/recipient.h"

namespace giftbox::gifting {

/// Removes the person and keeps every total: the recipient keeps number and kind, gets the code `ANON-` with its
/// number, the name `anonymized` and do-not-gift, and loses everything else. Texts about them (nominations,
/// selections, notes on the lid, reasons for overrides, unpacking and cancelling) become `anonymized` or empty;
/// results of request keys that mention them are removed. Boxes, their cost and their reference stay, and events name
/// recipients only by number. Returns the recipient in its new form. `reason` is kept in the event for good, so
/// neither it nor the request key may name the recipient. Throws Refusal `recipient.unknown`, `recipient.anonymized`,
/// `recipient.named_in_reason`, `text.*`.
Recipient anonymizeRecipient(books::WriteTransaction& tx, std::string_view code,
                             const std::string& reason);

/// The same without the event. Records nothing.
Recipient removePerson(books::WriteTransaction& tx, const NumberedRecipient& before);

} // namespace giftbox::gifting
