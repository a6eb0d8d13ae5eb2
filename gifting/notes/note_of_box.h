#pragma once

#include "gifting/notes/note.h"

namespace giftbox::gifting {

/// The note of a box; if it is not written yet, as the approved template would write it now. `month`: the month the
/// box counts in.
struct NoteOfBox {
    foundation::Month month;
    BoxNote note;
    bool isWritten = false;
};

/// Throws Refusal `box.unknown`, `box.nothing_in_it`.
NoteOfBox noteOfBox(const books::ReadTransaction& tx, books::BoxNo number);

} // namespace giftbox::gifting
