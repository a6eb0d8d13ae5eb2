#include "gifting/notes/sign_note.h"
#include "gifting/notes/typeset.h"
#include "gifting/notes/write_notes.h"
#include "reports/cells.h"
#include "reports/note_rows.h"
#include "web/api/api_table.h"
#include "web/ui/notes.h"

namespace giftbox::web {

using access::Action;
using books::BoxNo;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using gifting::BoxNote;
using gifting::NoteTemplate;
using enum ApiType;

namespace {

constexpr ApiField kMonth[] = {{"month", Month, false, "This month when left out."}};
constexpr ApiField kSetTemplate[] = {
    {"wording", Text, true, "With {recipient}, {store}, {month} and {signers}."},
    {"signers", Signers, true, "Who signs the notes, in this order."},
    kSeen};
constexpr ApiField kSign[] = {{"signer", Text, true, "As the template names them."}};

std::vector<Column> withWording(std::vector<Column> columns)
{
    columns.push_back({"wording", "Wording", ColumnType::Text});
    return columns;
}

const std::vector<Column>& templateColumns()
{
    static const std::vector<Column> columns = withWording(reports::noteTemplateColumns());
    return columns;
}

void writeTemplate(const NoteTemplate& one, RowWriter& out)
{
    reports::writeNoteTemplate(one, out);
    out.text(one.wording);
    out.endRow();
}

void writeOne(const NoteTemplate& one, RowWriter& out)
{
    out.begin(templateColumns());
    writeTemplate(one, out);
    out.end();
}

void readTemplates(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    ApiPage page(call);
    out.begin(templateColumns());
    for (const NoteTemplate& one : gifting::listNoteTemplates(tx)) {
        if (page.takes(one.version)) {
            writeTemplate(one, out);
        }
    }
    out.end();
    page.finish();
}

/// All versions.
void writeTemplates(ApiCall&, const ReadTransaction& tx, RowWriter& out)
{
    out.begin(templateColumns());
    for (const NoteTemplate& one : gifting::listNoteTemplates(tx)) {
        writeTemplate(one, out);
    }
}

void setTemplate(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    requireSeen(call, tx, writeTemplates);
    writeOne(gifting::setNoteTemplate(tx, call.rawText("wording"), call.signers("signers")), out);
}

void approveTemplate(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(gifting::approveNoteTemplate(tx, call.number()), out);
}

void readNotes(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    ApiPage page(call);
    out.begin(reports::noteColumns());
    for (const BoxNote& note : gifting::listNotes(tx, call.month("month"))) {
        if (page.takes(note.box.value)) {
            reports::writeNote(note, out);
            out.endRow();
        }
    }
    out.end();
    page.finish();
}

const std::vector<Column>& noteColumns()
{
    static const std::vector<Column> columns = withWording(reports::noteColumns());
    return columns;
}

void readNote(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    NoteOfBox found = noteOfBox(tx, BoxNo{call.number()});
    if (!found.isWritten) {
        found.note.version.reset();
    }
    out.begin(noteColumns());
    reports::writeNote(found.note, out);
    reports::wordsOrEmpty(out, found.note.wording);
    out.endRow();
    out.end();
}

void writeNotes(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    const std::vector<BoxNote> notes = gifting::writeNotes(tx, call.month("month"));
    // What is frozen must be fit to print.
    (void)gifting::printNotes(tx.store(), "", gifting::parsePaper("5x7in"), notes);
    reports::writeWrittenNotes(notes, out);
}

void signNote(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    const BoxNo box{call.number()};
    reports::writeSignedNote(box, gifting::signNote(tx, box, call.text("signer")), out);
}

const ApiRoute kRoutes[] = {
    {"/boxes/{no}/note",
     "The note of a box; before it is written, as it would be written now",
     Action::EditNote,
     {},
     noteColumns,
     readNote},
    {"/boxes/{no}/note/sign", "Keep that somebody has signed the note by hand", Action::EditNote,
     kSign, reports::signedNoteColumns, nullptr, signNote},
    {"/notes", "The boxes of a month and their notes, by number", Action::EditNote, kMonth,
     reports::noteColumns, readNotes, nullptr, true},
    {"/notes/write", "Write and freeze the note of every box of a month that has none",
     Action::EditNote, kMonth, reports::writtenNoteColumns, nullptr, writeNotes},
    {"/templates",
     "The versions of the template, oldest first",
     Action::EditNote,
     {},
     templateColumns,
     readTemplates,
     nullptr,
     true},
    {"/templates", "Keep a new version of the template", Action::EditNote, kSetTemplate,
     templateColumns, nullptr, setTemplate},
    {"/templates/{no}/approve",
     "Approve a version; notes are written from it from now on",
     Action::ApproveNote,
     {},
     templateColumns,
     nullptr,
     approveTemplate}};

} // namespace

std::span<const ApiRoute> apiNoteRoutes() { return kRoutes; }

} // namespace giftbox::web
