#pragma once

#include "gifting/selection/nomination.h"

namespace giftbox::gifting {

/// Withdraws a nomination as its adviser, who may nominate the recipient again for the month. Throws Refusal
/// `nomination.unknown`, `nomination.not_open` (already withdrawn or declined), `nomination.selected` (its recipient is
/// on the month's list), `month.closed`, `text.missing` (no reason).
Nomination withdrawNomination(books::WriteTransaction& tx, NominationNo number,
                              const std::string& reason);

/// Declines a nomination as a manager, with a reason that the adviser can read. Throws like withdrawNomination.
Nomination declineNomination(books::WriteTransaction& tx, NominationNo number,
                             const std::string& reason);

/// Opens a declined or withdrawn nomination again. Throws Refusal `nomination.unknown`, `nomination.not_declined`,
/// `month.closed`, `recipient.anonymized`, `nomination.exists` (the adviser nominated the recipient again since).
Nomination reopenNomination(books::WriteTransaction& tx, NominationNo number);

} // namespace giftbox::gifting
