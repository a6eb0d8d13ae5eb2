#pragma once

#include "foundation/money.h"

#include <optional>

namespace giftbox::foundation {

/// A sum of amounts, some possibly unknown: those are counted and never taken as 0.
struct PartialSum {
    Money known;
    std::int64_t summed = 0;
    std::int64_t unknown = 0;

    void add(const std::optional<Money>& amount)
    {
        known += amount.value_or(Money{});
        ++(amount ? summed : unknown);
    }
    bool isWhole() const { return unknown == 0; }
    /// The sum, if every amount is known.
    std::optional<Money> whole() const { return isWhole() ? std::optional(known) : std::nullopt; }
};

} // namespace giftbox::foundation
