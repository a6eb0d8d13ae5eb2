#pragma once

#include "typeset/sheet.h"

namespace giftbox::typeset {

/// Sets the slip of one box: what goes into it, with a square to tick for each line, and no costs. It goes on over as many pages as it needs.
/// Nothing crosses the margin, 18 mm or a tenth of the paper's shorter side. Throws Unprintable.
void drawPackingSlip(Sheet& sheet, const PackingSlip& slip);

} // namespace giftbox::typeset
