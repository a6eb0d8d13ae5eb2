#pragma once

#include "gifting/notes/note.h"
#include "gifting/notes/typeset.h"

namespace giftbox::gifting {

/// Writes the note of a box again, as writeNotes would now, while nobody has signed it. What it was before stays in the
/// books without its wording. Records nothing if it is the same. Throws Refusal `note.not_written`, `note.signed`,
/// `note.no_template`, `box.unknown`, `month.closed`, and like printNotes.
BoxNote rewriteNote(books::WriteTransaction& tx, books::BoxNo box, const Paper& paper);

} // namespace giftbox::gifting
