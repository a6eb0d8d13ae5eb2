#pragma once

#include <cstdint>
#include <string>

namespace giftbox::gifting {

/// What a plan has to keep, in the order in which they are looked at when there is none. Items: how many a box has; the catalog has too few
/// when this is in the way.
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

/// A limit in the way: with `by` more of it (minor units of money, units of stock, items in another size or had lately, categories, items) there
/// is a plan. `subject` names SKUs or categories where the limit has them.
struct Obstacle {
    PlanLimit limit = PlanLimit::Stock;
    std::string subject;
    std::int64_t by = 0;

    bool operator==(const Obstacle&) const = default;
};

} // namespace giftbox::gifting
