#pragma once

#include "gifting/recipient.h"

namespace giftbox::gifting {

/// Removes the person and keeps every total: the recipient keeps number and kind, gets the code `ANON-` and its number, the name `anonymized` and
/// do-not-gift, and loses everything else. What people wrote about them (nominations, choices, notes on the lid, reasons of overrides, unpacking
/// and cancelling) says `anonymized` or nothing; results kept for request keys that tell of them are removed. Boxes, their cost and their
/// reference stay, and events name recipients by number only. Returns the recipient as it is now.
/// `reason` is kept in the event for ever, so neither it nor the request key may name the recipient. Throws Refusal `recipient.unknown`,
/// `recipient.anonymized`, `recipient.named_in_reason`, `text.*`.
Recipient anonymizeRecipient(books::WriteTransaction& tx, std::string_view code,
                             const std::string& reason);

} // namespace giftbox::gifting
