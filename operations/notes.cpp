#include "gifting/notes/note_of_box.h"
#include "gifting/notes/rewrite_note.h"
#include "gifting/notes/sign_note.h"
#include "gifting/notes/typeset.h"
#include "gifting/notes/write_notes.h"
#include "operations/table.h"
#include "reports/cells.h"
#include "reports/note_rows.h"

#include <algorithm>

namespace giftbox::operations {

using books::BoxNo;
using gifting::BoxNote;
using gifting::NoteOfBox;
using gifting::NoteTemplate;

namespace {

constexpr FieldInfo kBoxesOf{.name = "month",
                             .type = Month,
                             .title = "Month",
                             .help = "month in which the boxes count",
                             .need = RequiredOnCommandLine};
constexpr FieldInfo kBox{.name = "no",
                         .type = Integer,
                         .title = "Box",
                         .help = "box number",
                         .need = Required,
                         .option = "NO"};

std::vector<Column> withWording(std::vector<Column> columns, Cells cells = Cells::Filled)
{
    columns.push_back({"wording", "Wording", ColumnType::Text, cells});
    return columns;
}

const std::vector<Column>& templateColumns()
{
    static const std::vector<Column> columns = withWording(reports::noteTemplateColumns());
    return columns;
}
constexpr RowShape kNoteTemplateRow{"NoteTemplate", templateColumns};

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

void readTemplates(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    Page page(call);
    out.begin(templateColumns());
    for (const NoteTemplate& one : gifting::listNoteTemplates(tx)) {
        if (page.takes(one.version)) {
            writeTemplate(one, out);
        }
    }
    out.end();
    page.finish();
}

/// All template versions.
void writeTemplates(Call&, const ReadTransaction& tx, RowWriter& out)
{
    out.begin(templateColumns());
    for (const NoteTemplate& one : gifting::listNoteTemplates(tx)) {
        writeTemplate(one, out);
    }
}

void setTemplate(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(gifting::setNoteTemplate(tx, call.rawText("wording"), call.names("signers")), out);
}

void readTemplate(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    writeOne(gifting::requireNoteTemplate(tx, call.maybeInteger("no")), out);
}

void approveTemplate(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(gifting::approveNoteTemplate(tx, call.integer("no")), out);
}

constexpr FieldInfo kSize{
    .name = "size",
    .title = "Size",
    .help = "size of the card it must fit, such as a4 or 127x178mm; default: 5x7in",
    .value = "SIZE"};

void readNotes(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    Page page(call);
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
    static const std::vector<Column> columns =
        withWording(reports::noteColumns(), Cells::MaybeEmpty);
    return columns;
}

void readNote(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    NoteOfBox found = gifting::noteOfBox(tx, BoxNo{call.integer("no")});
    if (!found.isWritten) {
        found.note.version.reset();
    }
    out.begin(noteColumns());
    reports::writeNote(found.note, out);
    reports::wordsOrEmpty(out, found.note.wording);
    out.endRow();
    out.end();
}

void writeNotes(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::Paper paper = gifting::parsePaper(call.maybeText("size").value_or("5x7in"));
    reports::writeWrittenNotes(gifting::writeNotes(tx, call.month("month"), paper), out);
}

void rewriteNote(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::Paper paper = gifting::parsePaper(call.maybeText("size").value_or("5x7in"));
    const BoxNote note = gifting::rewriteNote(tx, BoxNo{call.integer("no")}, paper);
    writeRow(out, noteColumns(), [&] {
        reports::writeNote(note, out);
        reports::wordsOrEmpty(out, note.wording);
        out.endRow();
    });
}

void signNote(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const BoxNo box{call.integer("no")};
    reports::writeSignedNote(box, gifting::signNote(tx, box, call.text("signer")), out);
}

std::vector<Operation> notes()
{
    return {{.address = "/boxes/{no}/note",
             .summary = "note for a box; a preview until it is written",
             .action = Action::EditNote,
             .fields = {kBox},
             .columns = {"Note", noteColumns},
             .read = readNote,
             .answer = Answer::Row},
            {.command = "note write",
             .address = "/notes/write",
             .summary = "write the missing notes for all boxes of a month; their wording is then "
                        "final. A note "
                        "that cannot be printed is not written",
             .action = Action::EditNote,
             .fields = {kBoxesOf, kSize},
             .columns = {"WrittenNote", reports::writtenNoteColumns},
             .write = writeNotes,
             .example = "--month 2026-12",
             .oneWay = "You can write a note again until somebody signs it."},
            {.command = "note rewrite",
             .address = "/boxes/{no}/note/rewrite",
             .summary = "write the note for a box again, while nobody has signed it",
             .effect = "Takes the newest approved template and the recipient's name as it is now.",
             .action = Action::EditNote,
             .fields = {kBox, kSize},
             .columns = {"Note", noteColumns},
             .write = rewriteNote,
             .answer = Answer::Row,
             .example = "42",
             .oneWay = "The earlier wording is not kept."},
            {.command = "note list",
             .address = "/notes",
             .summary = "notes for a month, with their state and missing signatures",
             .action = Action::EditNote,
             .fields = {kBoxesOf},
             .columns = {"NoteState", reports::noteColumns},
             .read = readNotes,
             .example = "--month 2026-12",
             .isPaged = true},
            {.command = "note sign",
             .address = "/boxes/{no}/note/sign",
             .summary = "record that a signer has signed the note for a box",
             .action = Action::EditNote,
             .fields = {kBox,
                        {.name = "signer",
                         .title = "Signer",
                         .help = "the signer, as named in the template",
                         .need = Required,
                         .value = "NAME"}},
             .columns = {"SignedNote", reports::signedNoteColumns},
             .write = signNote,
             .answer = Answer::Row,
             .example = "42 --signer \"Ann Example\"",
             .oneWay = "You cannot undo a signature."}};
}

std::vector<Operation> templates()
{
    constexpr FieldInfo kVersion{.name = "no",
                                 .type = Integer,
                                 .title = "Version",
                                 .help = "version number",
                                 .need = Required,
                                 .option = "VERSION"};
    FieldInfo newest = kVersion;
    newest.need = Optional;
    newest.help = "version number; default: the newest";
    return {{.command = "template list",
             .address = "/templates",
             .summary = "template versions, oldest first",
             .action = Action::EditNote,
             .columns = kNoteTemplateRow,
             .read = readTemplates,
             .isPaged = true},
            {.command = "template show",
             .summary = "show the wording of a version",
             .action = Action::EditNote,
             .fields = {newest},
             .columns = kNoteTemplateRow,
             .read = readTemplate,
             .answer = Answer::Row,
             .example = "2"},
            {.command = "template set",
             .address = "/templates",
             .summary = "keep a new version of the notes' wording",
             .action = Action::EditNote,
             .fields = {{.name = "wording",
                         .title = "Wording",
                         .help = "{recipient}, {store}, {month}, and {signers} are filled in. An "
                                 "empty line starts a new paragraph",
                         .need = Required,
                         .option = "FILE",
                         .isInFile = true},
                        {.name = "signers",
                         .type = Names,
                         .title = "Signers",
                         .help = "signers of the notes, in order",
                         .need = Required,
                         .option = "--signer"}},
             .columns = kNoteTemplateRow,
             .write = setTemplate,
             .answer = Answer::Row,
             .example = "note.txt --signer \"Ann Example\" --signer \"Ben Example\"",
             .seen = writeTemplates,
             .oneWay = "A version stays on record. Notes use it once it is approved."},
            {.command = "template approve",
             .address = "/templates/{no}/approve",
             .summary = "approve a template version for new notes",
             .action = Action::ApproveNote,
             .fields = {kVersion},
             .columns = kNoteTemplateRow,
             .write = approveTemplate,
             .answer = Answer::Row,
             .example = "2",
             .oneWay = "You cannot undo this, but you can approve another version later."}};
}

} // namespace

std::vector<Operation> noteOperations()
{
    std::vector<Operation> all = notes();
    std::ranges::move(templates(), std::back_inserter(all));
    return all;
}

} // namespace giftbox::operations
