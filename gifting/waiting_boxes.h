#pragma once

#include "budget/month_book.h"

#include <optional>
#include <string>

namespace giftbox::gifting {

/// Boxes that count in earlier open months. They will count in this month if they are given in it, or, for planned
/// ones, packed.
struct WaitingBoxes {
    struct Part {
        std::int64_t boxes = 0;
        foundation::Money cost;
        /// The months they were packed in or are planned for; only if there are boxes.
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

/// `state` is the month as read. One statement; none if nothing is committed before the month.
WaitingBoxes waitingBefore(const books::ReadTransaction& tx, foundation::Month month,
                           const budget::MonthState& state);

/// `4 boxes packed in 2026-10 (142.57 USD) will count here once given`, and the same for planned ones. Empty if none
/// wait.
std::vector<foundation::Sentence> sentencesOf(const books::Store& store,
                                              const WaitingBoxes& waiting);

/// The amount remaining under `month.program` in a month, and the boxes waiting to count in it.
struct MonthRemaining {
    /// cap - spent - committed; none without a cap.
    std::optional<foundation::Money> left;
    WaitingBoxes waiting;

    /// The amount remaining then; none without a cap.
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
