#pragma once

#include "books/books.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::gifting {

/// One version of the wording of a store's notes, with its signers.
struct NoteTemplate {
    std::int64_t version = 0;
    std::string wording;
    std::vector<std::string> signers;
    std::string setBy;
    foundation::Instant setAt;
    /// The approving manager; none until approved.
    std::optional<std::string> approvedBy;
    std::optional<foundation::Instant> approvedAt;
};

inline constexpr std::size_t kLongestWording = 4000;

/// Stores a new, unapproved version and returns it; lines may end in CR LF. If the newest version is the same,
/// returns that and records nothing. Throws Refusal `note.field_unknown`, `note.signers_malformed` (none, one twice,
/// or one over several lines), `text.missing`, `text.malformed`, `text.too_long` (wording over kLongestWording bytes,
/// a signer over books::kLongestText).
NoteTemplate setNoteTemplate(books::WriteTransaction& tx, const std::string& wording,
                             const std::vector<std::string>& signers);

/// Approves a version as a manager; notes are written from it from now on. Throws Refusal `note.template_unknown`,
/// `note.approved_already` (by whom and when), `note.template_overtaken` (a newer one is approved).
NoteTemplate approveNoteTemplate(books::WriteTransaction& tx, std::int64_t version);

/// By version.
std::vector<NoteTemplate> listNoteTemplates(const books::ReadTransaction& tx);
/// The version, or the newest one. Throws Refusal `note.template_unknown`.
NoteTemplate requireNoteTemplate(const books::ReadTransaction& tx,
                                 std::optional<std::int64_t> version);
/// The newest approved version, if any.
std::optional<NoteTemplate> approvedNoteTemplate(const books::ReadTransaction& tx);

/// `Ann Example, Ben Example`.
std::string listOfSigners(const std::vector<std::string>& signers);

} // namespace giftbox::gifting
