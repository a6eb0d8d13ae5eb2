#pragma once

#include "foundation/date.h"

namespace giftbox::exchange {

/// The last month of data/samples, with its story.
inline const foundation::Month kSampleMonth(202611);

/// The text with every day and month in it as many months later as `now` is after kSampleMonth; a day that the month
/// does not have is its last. Pure.
std::string withDatesUpTo(foundation::Month now, std::string_view text);

} // namespace giftbox::exchange
