#pragma once

#include "typeset/pages.h"
#include "typeset/sheet.h"

namespace giftbox::typeset {

/// Draws what a manager reads of a month, on one page: figures, a table, bars, and as many lines of each list as fit.
/// Throws Unprintable.
void drawMonthPage(Sheet& sheet, const MonthPage& month);

} // namespace giftbox::typeset
