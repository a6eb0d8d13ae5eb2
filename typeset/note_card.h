#pragma once

#include "typeset/sheet.h"

namespace giftbox::typeset {

/// Sets the note on one page in the largest size that fits: store, greeting and wording, and a signature line for
/// each signer. Nothing crosses the margin, a tenth of the paper's shorter side. Throws Unprintable
/// before anything is drawn.
void drawNoteCard(Sheet& sheet, const NoteCard& card);

/// A page in place of a note that cannot be printed, with the reason.
void drawMissingCard(Sheet& sheet, const std::string& reason);

} // namespace giftbox::typeset
