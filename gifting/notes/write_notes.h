#pragma once

#include "gifting/notes/note.h"
#include "gifting/notes/note_template.h"

namespace giftbox::gifting {

/// Fills in version, wording and signers from the template. Pure. Throws Refusal `note.field_unknown`.
void mergeNote(const books::Store& store, foundation::Month month, const NoteTemplate& source,
               BoxNote& note);

/// Writes the notes of all boxes of the month without one, from the newest approved template; their wording is fixed
/// from then on. Anonymized recipients get none. Returns the notes written. Throws Refusal `note.no_template`,
/// `note.nothing_to_write`, `month.closed`.
std::vector<BoxNote> writeNotes(books::WriteTransaction& tx, foundation::Month month);

} // namespace giftbox::gifting
