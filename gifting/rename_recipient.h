#pragma once

#include "gifting/recipient.h"

namespace giftbox::gifting {

/// Gives a recipient another code, such as one that was mistyped. The earlier code still means the recipient until the
/// person is anonymized [recipient-lookup]. Returns the recipient in its new form. Records nothing if the code is the
/// same. Throws Refusal `recipient.unknown`, `recipient.anonymized`, `recipient.unconfirmed` (who is confirmed with a
/// code), `recipient.code_malformed`, `recipient.exists` (somebody else has or had that code).
Recipient renameRecipient(books::WriteTransaction& tx, std::string_view code,
                          std::string_view newCode);

} // namespace giftbox::gifting
