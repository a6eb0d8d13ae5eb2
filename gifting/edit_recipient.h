#pragma once

#include "gifting/recipient.h"

namespace giftbox::gifting {

/// What to change of a recipient; what is not given stays, and what is given empty is emptied. The code is for good: files know a recipient by it.
struct RecipientChanges {
    std::optional<std::string> name = {};
    std::optional<std::string> group = {};
    std::optional<RecipientKind> kind = {};
    std::optional<std::string> note = {};
    std::optional<std::string> household = {};
    std::optional<Sizes> sizes = {};
    std::optional<Tastes> tastes = {};
    std::optional<bool> doNotGift = {};
};

/// A recipient who has what is given, and nothing else. Pure.
Recipient newRecipient(std::string code, const RecipientChanges& words);

/// Changes a recipient and returns them as they are now. The event says which words were changed, not to what; where they say all of that
/// already, nothing is recorded. Throws Refusal `recipient.unknown`, `recipient.anonymized` and those of requireValid.
Recipient editRecipient(books::WriteTransaction& tx, std::string_view code,
                        const RecipientChanges& changes);

} // namespace giftbox::gifting
