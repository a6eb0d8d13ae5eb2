#include "gifting/notes/note_of_box.h"

#include "gifting/notes/box_slip.h"
#include "gifting/notes/write_notes.h"

#include <algorithm>

namespace giftbox::gifting {

NoteOfBox noteOfBox(const books::ReadTransaction& tx, books::BoxNo number)
{
    const foundation::Month month = boxSlip(tx, number).month;
    std::vector<BoxNote> notes = listNotes(tx, month);
    const auto note = std::ranges::find(notes, number, &BoxNote::box);
    NoteOfBox found{.month = month, .note = *note, .isWritten = note->version.has_value()};
    const auto source = approvedNoteTemplate(tx);
    if (!found.isWritten && !found.note.anonymized && source) {
        mergeNote(tx.store(), month, *source, found.note);
    }
    return found;
}

} // namespace giftbox::gifting
