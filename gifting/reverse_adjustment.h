#pragma once

#include "gifting/adjust_stock.h"

namespace giftbox::gifting {

/// What a write-off or a count moved.
struct RecordedAdjustment {
    /// The units and cost of one lot.
    struct Moved {
        std::int64_t movement = 0;
        books::LotNo lot;
        std::int64_t units = 0;
        foundation::Money cost;
    };

    std::string sku;
    std::string name;
    foundation::Date on;
    std::string reason;
    std::vector<Moved> moved; ///< in the order recorded

    std::int64_t units() const;
    foundation::Money cost() const;
};

/// The write-off or count, by the number of any of its movements. In books made anew of movements, where all are one
/// event, it is those beside each other that agree in item, day and reason. Throws Refusal `movement.unknown`,
/// `movement.other_kind` (it is not of `kind`), `movement.reversed`.
RecordedAdjustment requireAdjustment(const books::ReadTransaction& tx, books::MovementKind kind,
                                     std::int64_t movement);

/// Reverses a write-off that was a mistake [adjustment-reversal]: each lot that it took from gets a movement that names
/// its own and brings the units back at the cost they left with, as a new lot. No cap is tested. Throws Refusal as
/// requireAdjustment, and `text.missing` (no reason).
Adjustment reverseWriteOff(books::WriteTransaction& tx, std::int64_t movement,
                           const std::string& reason);

/// Reverses a count likewise; units that it found leave again, as the whole lot that they are. Throws Refusal as
/// reverseWriteOff, and `count.used` (found units were used), `count.reserved` (planned boxes need them).
Adjustment reverseCount(books::WriteTransaction& tx, std::int64_t movement,
                        const std::string& reason);
/// The same; the caller records the event.
Adjustment enterCountReversal(books::WriteTransaction& tx, std::int64_t movement,
                              const std::string& reason);

} // namespace giftbox::gifting
