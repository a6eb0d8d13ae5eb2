#pragma once

#include "gifting/box.h"

namespace giftbox::gifting {

struct GivenBox {
    Box box;
    budget::Verdict verdict;
    /// Left of `month.program` in the month it is given in; none when there is no such cap.
    std::optional<foundation::Money> remaining;
    /// What still waits to count in that month.
    WaitingBoxes waiting = {};
};

/// Hands a packed box over: its cost is now spent, in the month of `on`. When that is another month than the one it was committed in, that month's cap is
/// tested. Throws Refusal `box.unknown`, `box.not_packed`, `box.given_before_packed`, `month.closed`, `date.in_future`,
/// `budget.month_program_exceeded`.
GivenBox giveBox(books::WriteTransaction& tx, books::BoxNo number, foundation::Date on,
                 const std::optional<std::string>& override);

/// Takes a packed box apart: everything returns at the cost it left with, as new lots dated `on`; the month is relieved.
/// Throws Refusal `box.unknown`, `box.not_packed`, `box.unpacked_before_packed`, `text.missing` (no reason), `month.closed`, `date.in_future`.
Box unpackBox(books::WriteTransaction& tx, books::BoxNo number, foundation::Date on,
              const std::string& reason);

} // namespace giftbox::gifting
