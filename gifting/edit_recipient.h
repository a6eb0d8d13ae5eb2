#pragma once

#include "gifting/recipient.h"

namespace giftbox::gifting {

/// Changes a recipient and returns them as they are now. What is not said stays, and what is said empty is emptied;
/// the code is for good, since files know
/// a recipient by it. The event says which fields were changed, not to what; where nothing is otherwise, nothing is
/// recorded. Throws Refusal
/// `recipient.unknown`, `recipient.anonymized`, those of the fields' parsers and of requireValid.
Recipient editRecipient(books::WriteTransaction& tx, std::string_view code,
                        const foundation::Said& said);

} // namespace giftbox::gifting
