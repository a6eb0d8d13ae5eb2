#pragma once

#include "gifting/notes/note.h"
#include "gifting/notes/note_template.h"

namespace giftbox::gifting {

/// Fills in version, wording and signers as the template has them. Pure. Throws Refusal `note.field_unknown`.
void mergeNote(const books::Store& store, foundation::Month month, const NoteTemplate& source,
               BoxNote& note);

/// Writes the note of every box of the month that has none, from the newest approved template; from then on its wording is frozen. Recipients who are
/// anonymized get none. Returns the notes written. Throws Refusal `note.no_template`, `note.nothing_to_write`, `month.closed`.
std::vector<BoxNote> writeNotes(books::WriteTransaction& tx, foundation::Month month);

} // namespace giftbox::gifting
