#pragma once

#include "gifting/recipient.h"

namespace giftbox::gifting {

/// Changes a recipient and returns them in their new form. Missing values stay, and empty values are cleared. The
/// code cannot change, because files identify a recipient by it. The event names the changed fields, without values;
/// nothing is recorded if nothing changes. Throws Refusal `recipient.unknown`, `recipient.anonymized`, those of the
/// fields' parsers, and like requireValid.
Recipient editRecipient(books::WriteTransaction& tx, std::string_view code,
                        const foundation::Said& said);

} // namespace giftbox::gifting
