#pragma once

#include <cstdint>
#include <string>

namespace giftbox::gifting {

/// The limits of a proposal, in the order they are examined if there is none. Items: the number of items in a box;
/// the catalog has too few if this is the obstacle.
enum class PlanLimit {
    Stock,
    MonthProgram,
    BoxTotal,
    BoxContents,
    Size,
    History,
    Categories,
    Items
};

/// An obstacle: with `by` more of it (minor units of money, units of stock, items in another size or had lately,
/// categories, items) there is a proposal. `subject` names SKUs or categories, if the limit has them.
struct Obstacle {
    PlanLimit limit = PlanLimit::Stock;
    std::string subject;
    std::int64_t by = 0;

    bool operator==(const Obstacle&) const = default;
};

} // namespace giftbox::gifting
