#pragma once

#include "books/books.h"

namespace giftbox::gifting {

/// The signatures of a note, given and required.
struct SignedNote {
    std::int64_t signedCount = 0;
    std::int64_t signerCount = 0;
};

/// Records that the signer, as named in the template, has signed the box's note. Throws Refusal `note.not_written`,
/// `note.signer_unknown` (lists the signers), `note.signed_already` (says when).
SignedNote signNote(books::WriteTransaction& tx, books::BoxNo box, const std::string& signer);

} // namespace giftbox::gifting
