#pragma once

#include "budget/cap.h"

#include <vector>

namespace giftbox::budget {

/// Adds a dated row and overwrites nothing. A cap may be below the amount spent. Throws Refusal `month.closed`,
/// `cap.negative`, `text.missing` (no reason).
void setCap(books::WriteTransaction& tx, const Cap& cap, std::string_view reason);

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
