#pragma once

#include "typeset/sheet.h"

namespace giftbox::typeset {

/// Sets the sheet of one count: its items bin by bin, each with two empty columns to write in, a first and a second
/// count, on as many pages as needed. Margins are those of a packing slip. Throws Unprintable.
void drawCountSheet(Sheet& sheet, const CountSheet& count);

} // namespace giftbox::typeset
