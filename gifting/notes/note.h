#pragma once

#include "books/books.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::gifting {

struct NoteSignature {
    std::string signer;
    bool isSigned = false;
};

/// A box that is planned, packed or given, and its note.
struct BoxNote {
    books::BoxNo box;
    std::string state;
    std::string recipientCode;
    std::string recipientName;
    /// The recipient is anonymized: there is nobody to write to.
    bool anonymized = false;
    /// Of the template it was written from; none until it is written.
    std::optional<std::int64_t> version;
    /// Frozen when it was written; empty until then, and once its recipient is anonymized.
    std::string wording;
    std::vector<NoteSignature> signatures;

    std::int64_t signedCount() const;
};

/// The boxes that count in the month, by number.
std::vector<BoxNote> listNotes(const books::ReadTransaction& tx, foundation::Month month);
/// What is to be done for the notes of a month, in numbers of notes.
struct NotesToDo {
    std::int64_t toWrite = 0; ///< to somebody who can be written to
    std::int64_t toSign = 0;  ///< by at least one of who signs them

    bool operator==(const NotesToDo&) const = default;
};
NotesToDo notesToDo(const books::ReadTransaction& tx, foundation::Month month);
/// Those of them that have a note to print. Throws Refusal `note.not_written` when none has.
std::vector<BoxNote> notesToPrint(const books::ReadTransaction& tx, foundation::Month month);

} // namespace giftbox::gifting
