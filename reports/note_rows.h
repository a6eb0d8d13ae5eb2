#pragma once

#include "foundation/row_writer.h"
#include "program/note.h"
#include "program/note_template.h"
#include "program/sign_note.h"

#include <vector>

namespace giftbox::reports {

/// A version of the template without its wording, and its cells, without ending the row.
const std::vector<foundation::Column>& noteTemplateColumns();
void writeNoteTemplate(const program::NoteTemplate& one, foundation::RowWriter& out);

/// The note of a box, and its cells, without ending the row.
const std::vector<foundation::Column>& noteColumns();
void writeNote(const program::BoxNote& note, foundation::RowWriter& out);

/// Notes that were just written, from beginning to end.
const std::vector<foundation::Column>& writtenNoteColumns();
void writeWrittenNotes(const std::vector<program::BoxNote>& notes, foundation::RowWriter& out);

/// A note that somebody has just signed, from beginning to end.
const std::vector<foundation::Column>& signedNoteColumns();
void writeSignedNote(books::BoxNo box, const program::SignedNote& note, foundation::RowWriter& out);

} // namespace giftbox::reports
