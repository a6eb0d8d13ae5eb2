#include "reports/note_rows.h"

#include "reports/cells.h"

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using gifting::BoxNote;

const std::vector<Column>& noteTemplateColumns()
{
    static const std::vector<Column> columns = {
        {"version", "Version", ColumnType::Integer},
        {"signers", "Signers", ColumnType::Text},
        {"set_by", "Set by", ColumnType::Text},
        {"set_at", "Set", ColumnType::Date},
        {"approved_by", "Approved by", ColumnType::Text, Cells::MaybeEmpty},
        {"approved_at", "Approved", ColumnType::Date, Cells::MaybeEmpty}};
    return columns;
}

void writeNoteTemplate(const gifting::NoteTemplate& one, RowWriter& out)
{
    out.integer(one.version);
    out.text(gifting::listOfSigners(one.signers));
    out.text(one.setBy);
    out.code(toText(one.setAt));
    textOrEmpty(out, one.approvedBy);
    one.approvedAt ? out.code(toText(*one.approvedAt)) : out.empty();
}

const std::vector<Column>& noteColumns()
{
    static const std::vector<Column> columns = {
        {"box", "Box", ColumnType::Integer},
        {"state", "State", ColumnType::Code},
        {"recipient", "For", ColumnType::Code, Cells::MaybeEmpty},
        {"name", "Name", ColumnType::Text, Cells::MaybeEmpty},
        {"version", "Version", ColumnType::Integer, Cells::MaybeEmpty},
        {"signed", "Signed", ColumnType::Integer, Cells::MaybeEmpty},
        {"signers", "Of", ColumnType::Integer, Cells::MaybeEmpty},
        {"missing", "Still to sign", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

void writeNote(const BoxNote& note, RowWriter& out)
{
    std::vector<std::string> missing;
    for (const gifting::NoteSignature& one : note.signatures) {
        if (!one.isSigned) {
            missing.push_back(one.signer);
        }
    }
    out.integer(note.box.value);
    out.code(note.state);
    writeRecipient(note.recipientCode, note.recipientName, out);
    integerOrEmpty(out, note.version);
    note.version ? out.integer(note.signedCount()) : out.empty();
    note.version ? out.integer(std::int64_t(note.signatures.size())) : out.empty();
    missing.empty() ? out.empty() : out.text(gifting::listOfSigners(missing));
}

const std::vector<Column>& writtenNoteColumns()
{
    static const std::vector<Column> columns = {
        {"box", "Box", ColumnType::Integer},
        {"version", "Version", ColumnType::Integer, Cells::MaybeEmpty},
        {"signers", "Signers", ColumnType::Integer, Cells::MaybeEmpty},
        {"not_written", "Not written because", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

void writeWrittenNotes(const gifting::WrittenNotes& notes, RowWriter& out)
{
    out.begin(writtenNoteColumns());
    for (const BoxNote& note : notes.written) {
        out.integer(note.box.value);
        out.integer(note.version.value_or(0));
        out.integer(std::int64_t(note.signatures.size()));
        out.empty();
        out.endRow();
    }
    for (const gifting::UnprintableNote& note : notes.unprintable) {
        out.integer(note.box.value);
        out.empty();
        out.empty();
        wordsOrEmpty(out, note.sentence);
        out.endRow();
    }
    out.end();
}

const std::vector<Column>& signedNoteColumns()
{
    static const std::vector<Column> columns = {{"box", "Box", ColumnType::Integer},
                                                {"signed", "Signed", ColumnType::Integer},
                                                {"signers", "Signers", ColumnType::Integer}};
    return columns;
}

void writeSignedNote(books::BoxNo box, const gifting::SignedNote& note, RowWriter& out)
{
    out.begin(signedNoteColumns());
    out.integer(box.value);
    out.integer(note.signedCount);
    out.integer(note.signerCount);
    out.endRow();
    out.end();
}

} // namespace giftbox::reports
