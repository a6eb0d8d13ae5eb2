#include "gifting/notes/note.h"

#include "gifting/notes/statements.h"

#include <algorithm>
#include <unordered_map>

namespace giftbox::gifting {

using books::ReadTransaction;
using foundation::Refusal;

std::int64_t BoxNote::signedCount() const
{
    return std::ranges::count_if(signatures, &NoteSignature::isSigned);
}

std::vector<BoxNote> listNotes(const ReadTransaction& tx, foundation::Month month)
{
    std::vector<BoxNote> notes;
    std::unordered_map<std::int64_t, std::size_t> places;
    for (const auto& row :
         tx.database().query(sql::NotesOfMonth{.storeId = tx.storeId(), .month = month})) {
        places.emplace(row.boxNo, notes.size());
        notes.push_back({.box = books::BoxNo{row.boxNo},
                         .state = std::string(row.state),
                         .recipientCode = std::string(row.recipientCode),
                         .recipientName = std::string(row.recipientName),
                         .anonymized = row.anonymized != 0,
                         .version = row.version,
                         .wording = std::string(row.wording.value_or("")),
                         .signatures = {}});
    }
    for (const auto& row :
         tx.database().query(sql::SignaturesOfMonth{.storeId = tx.storeId(), .month = month})) {
        notes.at(places.at(row.boxNo))
            .signatures.push_back(
                {.signer = std::string(row.signer), .isSigned = row.signedEvent != 0});
    }
    return notes;
}

NotesToDo notesToDo(const ReadTransaction& tx, foundation::Month month)
{
    const auto row = tx.database().query(sql::CountNotes{.storeId = tx.storeId(), .month = month});
    return {.toWrite = row->toWrite, .toSign = row->toSign};
}

std::vector<BoxNote> notesToPrint(const ReadTransaction& tx, foundation::Month month)
{
    std::vector<BoxNote> notes = listNotes(tx, month);
    std::erase_if(notes, [](const BoxNote& note) { return note.wording.empty(); });
    if (notes.empty()) {
        throw Refusal("note.not_written/month", {{"month", month}});
    }
    return notes;
}

} // namespace giftbox::gifting
