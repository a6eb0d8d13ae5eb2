#pragma once

#include "budget/cap.h"

#include <vector>

namespace giftbox::budget {

/// Adds a dated row and overwrites nothing. A cap may be below the amount spent. Throws Refusal `month.closed`,
/// `cap.negative`, `cap.action_unknown` (it ends), `cap.roll_over_box`, `cap.roll_over_most`, `cap.warn_percent`,
/// `text.missing` (no reason).
void setCap(books::WriteTransaction& tx, const Cap& cap, std::string_view reason);

/// Adds a row that says that there is no such cap from the month on, until a later one. Throws Refusal `cap.none`
/// (there is none in that month), `month.closed`, `text.missing` (no reason). Returns the row.
Cap endCap(books::WriteTransaction& tx, CapName name, foundation::Month from,
           std::string_view reason);

/// A row of the caps' history, in the order they were set.
struct CapChange {
    Cap cap;
    std::string reason;
    std::string actor;
    foundation::Instant recordedAt;
};
std::vector<CapChange> listCapChanges(const books::ReadTransaction& tx);

/// The `detail` of the event that set a cap. `verify` compares the row with it.
std::string capDetail(const Cap& cap, std::string_view reason,
                      const foundation::Currency& currency);

} // namespace giftbox::budget
