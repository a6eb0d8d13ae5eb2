#pragma once

#include "budget/month_book.h"

#include <optional>
#include <string>

namespace giftbox::gifting {

/// Boxes that count in open months before a month. They will count in it when they are given, or those planned when they are packed, in it.
struct WaitingBoxes {
    struct Part {
        std::int64_t boxes = 0;
        foundation::Money cost;
        /// In which they were packed, or for which they are planned; only where there are boxes.
        std::optional<foundation::Month> first;
        std::optional<foundation::Month> last;

        bool operator==(const Part&) const = default;
    };
    Part packed;
    Part planned;

    std::int64_t boxes() const { return packed.boxes + planned.boxes; }
    foundation::Money cost() const { return packed.cost + planned.cost; }
    bool operator==(const WaitingBoxes&) const = default;
};

/// `state` is the month as it was read. One statement; none where nothing is committed before the month.
WaitingBoxes waitingBefore(const books::ReadTransaction& tx, foundation::Month month,
                           const budget::MonthState& state);

/// `4 boxes packed in 2026-10, 142.57 USD, will count here when given`, and of those planned. Empty when nothing waits.
std::vector<foundation::Sentence> sentencesOf(const books::Store& store,
                                              const WaitingBoxes& waiting);

/// What is left under `month.program` in a month, and what waits to count in it.
struct MonthRemaining {
    /// cap - spent - committed; none without a cap.
    std::optional<foundation::Money> left;
    WaitingBoxes waiting;

    /// What is left then; none without a cap.
    std::optional<foundation::Money> onceGiven() const
    {
        return left ? std::optional(*left - waiting.cost()) : std::nullopt;
    }
    bool operator==(const MonthRemaining&) const = default;
};
MonthRemaining remainingOf(const books::ReadTransaction& tx, foundation::Month month);
MonthRemaining remainingOf(const books::ReadTransaction& tx, foundation::Month month,
                           const budget::MonthState& state);

} // namespace giftbox::gifting
