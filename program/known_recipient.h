#pragma once

#include "gifting/recipient.h"

namespace giftbox::program {

/// A recipient of whom more is known than the number. Throws Refusal `recipient.unknown`, `recipient.anonymized`.
gifting::NumberedRecipient requireKnownRecipient(const books::ReadTransaction& tx,
                                                 std::string_view code);

} // namespace giftbox::program
