#include "program/note.h"

#include <algorithm>
#include <unordered_map>

namespace giftbox::program {

using books::ReadTransaction;
using foundation::Refusal;
using foundation::Row;
using foundation::Rows;

std::int64_t BoxNote::signedCount() const
{
    return std::ranges::count_if(signatures, &NoteSignature::isSigned);
}

std::vector<BoxNote> listNotes(const ReadTransaction& tx, foundation::Month month)
{
    std::vector<BoxNote> notes;
    std::unordered_map<std::int64_t, std::size_t> places;
    for (Rows rows = tx.database().query("program/notes_of_month",
                                         {{"store_id", tx.storeId()}, {"month", month.number()}});
         rows.next();) {
        const Row row = rows.row();
        places.emplace(row.integer(0), notes.size());
        notes.push_back({.box = books::BoxNo{row.integer(0)},
                         .state = row.string(1),
                         .recipientCode = row.string(2),
                         .recipientName = row.string(3),
                         .anonymized = row.integer(4) != 0,
                         .version = row.maybeInteger(5),
                         .wording = row.isNull(6) ? std::string() : row.string(6),
                         .signatures = {}});
    }
    for (Rows rows = tx.database().query("program/signatures_of_month",
                                         {{"store_id", tx.storeId()}, {"month", month.number()}});
         rows.next();) {
        const Row row = rows.row();
        notes.at(places.at(row.integer(0)))
            .signatures.push_back({.signer = row.string(1), .isSigned = row.integer(2) != 0});
    }
    return notes;
}

NotesToDo notesToDo(const ReadTransaction& tx, foundation::Month month)
{
    Rows rows = tx.database().query("program/count_notes",
                                    {{"store_id", tx.storeId()}, {"month", month.number()}});
    rows.next();
    return {.toWrite = rows.row().integer(0), .toSign = rows.row().integer(1)};
}

std::vector<BoxNote> notesToPrint(const ReadTransaction& tx, foundation::Month month)
{
    std::vector<BoxNote> notes = listNotes(tx, month);
    std::erase_if(notes, [](const BoxNote& note) { return note.wording.empty(); });
    if (notes.empty()) {
        throw Refusal("note.not_written", "no note of " + toText(month) +
                                              " is written; `giftbox note write --month " +
                                              toText(month) + "` writes them");
    }
    return notes;
}

} // namespace giftbox::program
