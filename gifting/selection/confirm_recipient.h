#pragma once

#include "gifting/recipient.h"

#include <optional>

namespace giftbox::gifting {

/// Who somebody is whom an adviser nominated as somebody new: one of the two.
struct Confirmation {
    std::optional<std::string> code;   ///< the store's code for a new recipient
    std::optional<std::string> sameAs; ///< the code of a recipient there already
};

/// Confirms somebody unconfirmed. With a code, they are a recipient like any other. As the same as another recipient,
/// their nominations move to that one, withdrawn where the adviser has nominated that one for the month already, and
/// they themselves are anonymized and stand in no list. Returns the recipient it is. Throws Refusal
/// `recipient.unknown`, `recipient.anonymized`, `recipient.confirmed`, `recipient.confirm_how`, `recipient.exists`,
/// `recipient.code_malformed`, `recipient.unconfirmed` (the same as somebody unconfirmed).
Recipient confirmRecipient(books::WriteTransaction& tx, std::string_view recipient,
                           const Confirmation& confirmation);

} // namespace giftbox::gifting
