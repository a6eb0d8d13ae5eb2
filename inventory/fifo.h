#pragma once

#include "books/store.h"

#include <exception>
#include <iosfwd>
#include <span>
#include <vector>

namespace giftbox::inventory {

/// The rest of a lot in stock: units and their cost together, never a unit cost.
struct OpenLot {
    books::LotNo number;
    foundation::Date receivedOn;
    std::int64_t unitsLeft = 0;
    foundation::Money costLeft;

    bool operator==(const OpenLot&) const = default;
};

/// Units and cost that leave one lot.
struct LotDraw {
    books::LotNo lot;
    std::int64_t units = 0;
    foundation::Money cost;

    bool operator==(const LotDraw&) const = default;
};

std::ostream& operator<<(std::ostream& out, const LotDraw& draw);

/// There are fewer units than wanted.
struct InsufficientStock : std::exception {
    std::int64_t wanted = 0;
    std::int64_t there = 0;

    InsufficientStock(std::int64_t unitsWanted, std::int64_t unitsThere)
        : wanted(unitsWanted), there(unitsThere)
    {}
    const char* what() const noexcept override { return "insufficient stock"; }
};

/// Takes `wanted` units, front lot first; `oldestFirst` is in order of date received, then lot number. Cost leaves a
/// lot in proportion, rounded half up; the last units take the rest [fifo]. Requires wanted > 0. Throws
/// InsufficientStock.
std::vector<LotDraw> drawFifo(std::span<const OpenLot> oldestFirst, std::int64_t wanted);

/// The cost of the units that leave after the first `ahead`. Requires wanted > 0, ahead >= 0. Throws
/// InsufficientStock.
foundation::Money fifoCost(std::span<const OpenLot> oldestFirst, std::int64_t wanted,
                           std::int64_t ahead = 0);

std::int64_t unitsOf(std::span<const OpenLot> lots);

/// A day after every receipt, to ask for all lots.
inline const foundation::Date kEver{99991231};

} // namespace giftbox::inventory
