#pragma once

#include "gifting/box.h"

namespace giftbox::gifting {

/// Takes back that a box was given [take-back]: it is packed again, and its cost is committed in the month it was
/// packed in or, if that is closed, in the first open month. The day it was given, and an override of that step, stay
/// on record. No cap is tested. Throws Refusal `box.unknown`, `box.not_given`, `box.given_in_closed_month`,
/// `text.missing` (no reason).
Box takeBackBox(books::WriteTransaction& tx, books::BoxNo number, const std::string& reason);

/// The same of a given box, whose row the caller updates and whose event it records.
void enterTakeBack(books::WriteTransaction& tx, Box& box, const std::string& reason);

/// Who gave a box, and when that was recorded.
struct Handover {
    std::string actor;
    foundation::Instant recordedAt;
};
/// The last time; none if it is not among the last 20,000 events, or the box was given with its packing.
std::optional<Handover> lastHandover(const books::ReadTransaction& tx, books::BoxNo number);

/// That a box was given and taken back.
struct TakenBack {
    foundation::Date givenOn;
    foundation::Date on;
    std::optional<std::string> giveOverride;
    std::string reason;
    std::string actor;
};
/// In the order recorded.
std::vector<TakenBack> takenBack(const books::ReadTransaction& tx, books::BoxNo number);

} // namespace giftbox::gifting
