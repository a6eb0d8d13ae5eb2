#pragma once

#include "foundation/date.h"

#include <optional>

namespace giftbox::foundation {

/// A range of days, both ends included; open-ended where none is given.
struct Period {
    std::optional<Date> from;
    std::optional<Date> to;
};

/// Throws Refusal `period.reversed` if the first day is after the last.
Period periodOf(std::optional<Date> from, std::optional<Date> to);

/// The numbers of the first and last day; where none is given, those of the calendar.
std::int64_t firstDayOf(const Period& period);
std::int64_t lastDayOf(const Period& period);

} // namespace giftbox::foundation
