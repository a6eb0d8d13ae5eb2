#pragma once

#include "budget/month_book.h"

#include <vector>

namespace giftbox::budget {

/// What counts against a cap of a month once the month is closed. Requires isOfMonth(name).
foundation::Money spentUnder(CapName name, const MonthTotals& totals);

/// What of a cap in force rolls over into the next month: what remained, under 0 what was spent over it, at most
/// Cap::rollOverMost. 0 if that side does not roll over. Pure.
foundation::Money rollsOver(const Cap& cap, foundation::Money spent);

/// What rolls over into a month from the one before it.
struct RolledOver {
    foundation::Month month;
    CapName cap = CapName::MonthProgram;
    foundation::Money amount;

    bool operator==(const RolledOver&) const = default;
};

/// Adds up from the caps and the totals of the months `first` to `last` what each rolls over into the next, in the
/// order of months and caps; nothing rolled over into `first`. Amounts of 0 are left out.
std::vector<RolledOver> addUpRollOvers(const books::ReadTransaction& tx, foundation::Month first,
                                       foundation::Month last);
/// As stored, into the months with these numbers.
std::vector<RolledOver> storedRollOvers(const books::ReadTransaction& tx, std::int64_t first,
                                        std::int64_t last);

/// Stores what rolls over out of the months `first` to `last`, which are being closed, beginning with what rolled over
/// into `first`. The only writer of `cap_roll_over`, with forgetRollOvers.
void storeRollOvers(books::WriteTransaction& tx, foundation::Month first, foundation::Month last);
/// Takes away what rolled over out of the months after `closedThrough`; of all, if there is none.
void forgetRollOvers(books::WriteTransaction& tx, std::optional<foundation::Month> closedThrough);

} // namespace giftbox::budget
