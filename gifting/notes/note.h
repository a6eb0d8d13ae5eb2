#pragma once

#include "books/books.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::gifting {

struct NoteSignature {
    std::string signer;
    bool isSigned = false;
    bool operator==(const NoteSignature&) const = default;
};

/// A planned, packed or given box, with its note.
struct BoxNote {
    books::BoxNo box;
    std::string state;
    std::string recipientCode;
    std::string recipientName;
    /// The recipient is anonymized and gets no note.
    bool anonymized = false;
    /// The version of the template it was written from; none until it is written.
    std::optional<std::int64_t> version;
    /// Fixed when written; empty before, and once its recipient is anonymized.
    std::string wording;
    std::vector<NoteSignature> signatures;

    std::int64_t signedCount() const;
    bool operator==(const BoxNote&) const = default;
};

/// The boxes that count in the month, by number.
std::vector<BoxNote> listNotes(const books::ReadTransaction& tx, foundation::Month month);
/// The open work on a month's notes, in numbers of notes.
struct NotesToDo {
    std::int64_t toWrite = 0; ///< for recipients who can get one
    std::int64_t toSign = 0;  ///< with at least one signature missing

    bool operator==(const NotesToDo&) const = default;
};
NotesToDo notesToDo(const books::ReadTransaction& tx, foundation::Month month);
/// The boxes with a note to print. Throws Refusal `note.not_written` if there is none.
std::vector<BoxNote> notesToPrint(const books::ReadTransaction& tx, foundation::Month month);

} // namespace giftbox::gifting
