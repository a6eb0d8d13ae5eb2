#include "gifting/notes/write_notes.h"

#include "foundation/json.h"
#include "gifting/notes/statements.h"
#include "gifting/notes/wording.h"

#include <algorithm>

namespace giftbox::gifting {

using books::WriteTransaction;
using foundation::Batch;
using foundation::Month;
using foundation::Refusal;

Batch rowsOfNotes(const std::vector<BoxNote>& notes)
{
    Batch rows = sql::InsertNotes::batch();
    for (const BoxNote& note : notes) {
        rows.add(note.box.value).add(note.version).add(note.wording);
    }
    return rows;
}

void insertSignatures(WriteTransaction& tx, const std::vector<BoxNote>& notes)
{
    Batch signatures = sql::InsertSignatures::batch();
    for (const BoxNote& note : notes) {
        std::int64_t number = 0;
        for (const NoteSignature& signature : note.signatures) {
            signatures.add(note.box.value).add(++number).add(signature.signer);
        }
    }
    tx.facts().add(books::facts::kSignature, signatures);
    tx.database().executeForEach(sql::InsertSignatures{.storeId = tx.storeId()}, signatures);
}

namespace {

void insertNotes(WriteTransaction& tx, const std::vector<BoxNote>& notes)
{
    const Batch written = rowsOfNotes(notes);
    tx.facts().add(books::facts::kNote, written);
    tx.database().executeForEach(
        sql::InsertNotes{.storeId = tx.storeId(), .eventSeq = tx.event().value}, written);
    insertSignatures(tx, notes);
}

} // namespace

NoteTemplate requireApprovedTemplate(const books::ReadTransaction& tx)
{
    std::optional<NoteTemplate> approved = approvedNoteTemplate(tx);
    if (!approved) {
        throw Refusal("note.no_template");
    }
    return *std::move(approved);
}

void mergeNote(const books::Store& store, Month month, const NoteTemplate& source, BoxNote& note)
{
    note.version = source.version;
    note.wording = mergeWording(source.wording, {.recipient = note.recipientName,
                                                 .store = store.name,
                                                 .month = inWords(month),
                                                 .signers = listOfSigners(source.signers)});
    note.signatures.clear();
    for (const std::string& signer : source.signers) {
        note.signatures.push_back({.signer = signer});
    }
}

WrittenNotes writeNotes(WriteTransaction& tx, Month month, const Paper& paper)
{
    tx.requireOpen(month);
    const NoteTemplate source = requireApprovedTemplate(tx);
    std::vector<BoxNote> notes = listNotes(tx, month);
    const std::size_t boxes = notes.size();
    std::erase_if(notes, [](const BoxNote& note) { return note.version || note.anonymized; });
    if (notes.empty()) {
        throw Refusal(boxes == 0 ? "note.nothing_to_write" : "note.nothing_to_write/written",
                      {{"boxes", boxes}, {"month", month}});
    }
    for (BoxNote& note : notes) {
        mergeNote(tx.store(), month, source, note);
    }
    WrittenNotes done{.written = {},
                      .unprintable = printNotes(tx.store(), "", paper, notes).unprintable};
    std::erase_if(notes, [&](const BoxNote& note) {
        return std::ranges::find(done.unprintable, note.box, &UnprintableNote::box) !=
               done.unprintable.end();
    });
    insertNotes(tx, notes);
    tx.record("note.write", "month " + toText(month),
              foundation::JsonObject()
                  .add("notes", std::int64_t(notes.size()))
                  .add("version", source.version)
                  .text());
    done.written = std::move(notes);
    return done;
}

} // namespace giftbox::gifting
