#pragma once

#include "typeset/sheet.h"

namespace giftbox::typeset {

/// Sets the slip of one box: its lines, each with a box to tick, without costs, on as many pages as needed. Nothing
/// crosses the margin, 18 mm or a tenth of the paper's shorter side. Throws Unprintable.
void drawPackingSlip(Sheet& sheet, const PackingSlip& slip);

} // namespace giftbox::typeset
