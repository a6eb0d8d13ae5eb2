#include "gifting/notes/rewrite_note.h"

#include "foundation/json.h"
#include "gifting/notes/note_of_box.h"
#include "gifting/notes/statements.h"
#include "gifting/notes/write_notes.h"

#include <algorithm>

namespace giftbox::gifting {

using books::WriteTransaction;
using foundation::Refusal;

namespace {

/// A note that is written and that nobody has signed.
NoteOfBox requireUnsignedNote(const WriteTransaction& tx, books::BoxNo box)
{
    NoteOfBox found = noteOfBox(tx, box);
    if (!found.isWritten || found.note.anonymized) {
        throw Refusal("note.not_written", {{"number", box.value}});
    }
    const auto signer = std::ranges::find_if(found.note.signatures, &NoteSignature::isSigned);
    if (signer != found.note.signatures.end()) {
        throw Refusal("note.signed", {{"number", box.value}, {"name", signer->signer}});
    }
    return found;
}

void replaceNote(WriteTransaction& tx, const BoxNote& note)
{
    tx.database().execute(sql::KeepEarlierNote{.storeId = tx.storeId(), .boxNo = note.box.value});
    tx.database().execute(
        sql::KeepEarlierSignatures{.storeId = tx.storeId(), .boxNo = note.box.value});
    tx.database().execute(sql::DeleteSignatures{.storeId = tx.storeId(), .boxNo = note.box.value});
    tx.facts().add(books::facts::kNote, rowsOfNotes({note}));
    tx.database().execute(sql::RewriteNote{.storeId = tx.storeId(),
                                           .version = *note.version,
                                           .wording = note.wording,
                                           .eventSeq = tx.event().value,
                                           .boxNo = note.box.value});
    insertSignatures(tx, {note});
}

} // namespace

BoxNote rewriteNote(WriteTransaction& tx, books::BoxNo box, const Paper& paper)
{
    const NoteOfBox before = requireUnsignedNote(tx, box);
    tx.requireOpen(before.month);
    BoxNote note = before.note;
    mergeNote(tx.store(), before.month, requireApprovedTemplate(tx), note);
    if (note == before.note) {
        return note;
    }
    printNotes(tx.store(), "", paper, {note});
    replaceNote(tx, note);
    tx.record("note.rewrite", "box " + std::to_string(box.value),
              foundation::JsonObject().add("version", *note.version).text());
    return note;
}

} // namespace giftbox::gifting
