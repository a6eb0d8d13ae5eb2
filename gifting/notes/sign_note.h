#pragma once

#include "books/books.h"

namespace giftbox::gifting {

/// How many of those who sign a note have done it.
struct SignedNote {
    std::int64_t signedCount = 0;
    std::int64_t signerCount = 0;
};

/// Keeps that the signer has signed the note of the box, as named in its template. Throws Refusal `note.not_written`, `note.signer_unknown` (saying who signs),
/// `note.signed_already` (saying when).
SignedNote signNote(books::WriteTransaction& tx, books::BoxNo box, const std::string& signer);

} // namespace giftbox::gifting
