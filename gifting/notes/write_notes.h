#pragma once

#include "foundation/database/batch.h"
#include "gifting/notes/note.h"
#include "gifting/notes/note_template.h"
#include "gifting/notes/typeset.h"

namespace giftbox::gifting {

/// Fills in version, wording and signers from the template. Pure. Throws Refusal `note.field_unknown`.
void mergeNote(const books::Store& store, foundation::Month month, const NoteTemplate& source,
               BoxNote& note);

/// The template in force. Throws Refusal `note.no_template`.
NoteTemplate requireApprovedTemplate(const books::ReadTransaction& tx);

struct WrittenNotes {
    std::vector<BoxNote> written;
    std::vector<UnprintableNote> unprintable;
};

/// Writes the notes of all boxes of the month without one, from the newest approved template; their wording is fixed
/// from then on. Anonymized recipients get none, and a note that cannot be printed on `paper` is not written. Throws
/// Refusal `note.no_template`, `note.nothing_to_write`, `month.closed`, and like printNotes.
WrittenNotes writeNotes(books::WriteTransaction& tx, foundation::Month month, const Paper& paper);

/// The rows of notes, and those of their signers, for writeNotes and rewriteNote.
foundation::Batch rowsOfNotes(const std::vector<BoxNote>& notes);
void insertSignatures(books::WriteTransaction& tx, const std::vector<BoxNote>& notes);

} // namespace giftbox::gifting
