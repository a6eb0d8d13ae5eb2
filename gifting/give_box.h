#pragma once

#include "gifting/box.h"

namespace giftbox::gifting {

struct GivenBox {
    Box box;
    budget::Verdict verdict;
    /// The amount remaining under `month.program` in the month it is given; none if there is no such cap.
    std::optional<foundation::Money> remaining;
    /// The boxes still waiting to count in that month.
    WaitingBoxes waiting = {};
};

/// Hands over a packed box: its cost is now spent, in the month of `on`. If that is not the month it was committed
/// in, that month's cap is tested. Throws Refusal `box.unknown`, `box.not_packed`, `box.given_before_packed`,
/// `month.closed`, `date.in_future`, `budget.month_program_exceeded`, and those of GiftLimits::testMove.
GivenBox giveBox(books::WriteTransaction& tx, books::BoxNo number, foundation::Date on,
                 const std::optional<std::string>& override);

/// Unpacks a packed box: everything returns at the cost it left with, as new lots dated `on`, and the month is
/// credited. Throws Refusal `box.unknown`, `box.not_packed`, `box.unpacked_before_packed`, `text.missing` (no
/// reason), `month.closed`, `date.in_future`.
Box unpackBox(books::WriteTransaction& tx, books::BoxNo number, foundation::Date on,
              const std::string& reason);

/// The same of a packed box; the caller records the event.
void enterUnpacking(books::WriteTransaction& tx, Box& box, foundation::Date on,
                    const std::string& reason);

/// Writes the state of a box, when it was given or unpacked, and its month.
void updateBox(books::WriteTransaction& tx, const Box& box);

} // namespace giftbox::gifting
