#pragma once

#include "reports/monthly_cost.h"

namespace giftbox::reports {

/// Why a month cost more or less than another one. The four parts add up to `total`.
struct MonthChange {
    foundation::Money total = {};
    /// More or fewer boxes, at what a box cost before.
    foundation::Money boxes = {};
    /// What each part of a box cost more or less, for the boxes of the month.
    foundation::Money contents = {};
    foundation::Money packaging = {};
    foundation::Money labor = {};

    bool operator==(const MonthChange&) const = default;
};

/// The change from the boxes given `before` to those given `now`. A part is what it cost now without its cost a box
/// before, times the boxes of now, rounded half up; `boxes` is the rest. Where one of the two has no boxes, all of the
/// change is `boxes`. Pure.
MonthChange monthChange(const budget::MonthTotals& before, const budget::MonthTotals& now);

} // namespace giftbox::reports
