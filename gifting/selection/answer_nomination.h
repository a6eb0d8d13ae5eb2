#pragma once

#include "gifting/selection/nomination.h"

namespace giftbox::gifting {

/// The adviser takes a nomination back; they may nominate the recipient for the month once more. Throws Refusal `nomination.unknown`,
/// `nomination.not_open` (withdrawn or declined already), `nomination.selected` (its recipient is on the month's list), `month.closed`,
/// `text.missing` (no reason).
Nomination withdrawNomination(books::WriteTransaction& tx, NominationNo number,
                              const std::string& reason);

/// A manager turns a nomination down, for a reason that the adviser can read. Throws as withdrawNomination.
Nomination declineNomination(books::WriteTransaction& tx, NominationNo number,
                             const std::string& reason);

} // namespace giftbox::gifting
