#pragma once

#include "typeset/sheet.h"

namespace giftbox::typeset {

/// Sets the note on one page in the largest size that fits: store, greeting and wording, and a signature line for
/// each signer. Nothing crosses the margin, a tenth of the paper's shorter side. Throws Unprintable.
void drawNoteCard(Sheet& sheet, const NoteCard& card);

} // namespace giftbox::typeset
