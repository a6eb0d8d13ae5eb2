#pragma once

#include "foundation/row_writer.h"
#include "gifting/notes/note.h"
#include "gifting/notes/note_template.h"
#include "gifting/notes/sign_note.h"
#include "gifting/notes/write_notes.h"

#include <vector>

namespace giftbox::reports {

/// A version of the template without its wording, and its cells, without ending the row.
const std::vector<foundation::Column>& noteTemplateColumns();
void writeNoteTemplate(const gifting::NoteTemplate& one, foundation::RowWriter& out);

/// The note of a box: its columns, and its cells, without ending the row.
const std::vector<foundation::Column>& noteColumns();
void writeNote(const gifting::BoxNote& note, foundation::RowWriter& out);

/// Writes all rows of notes just written.
const std::vector<foundation::Column>& writtenNoteColumns();
void writeWrittenNotes(const gifting::WrittenNotes& notes, foundation::RowWriter& out);

/// Writes the row of a note just signed.
const std::vector<foundation::Column>& signedNoteColumns();
void writeSignedNote(books::BoxNo box, const gifting::SignedNote& note, foundation::RowWriter& out);

} // namespace giftbox::reports
