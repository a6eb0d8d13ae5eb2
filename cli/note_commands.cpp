#include "cli/commands.h"
#include "cli/context.h"
#include "program/note_template.h"
#include "program/sign_note.h"
#include "program/typeset.h"
#include "program/write_notes.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using program::BoxNote;
using program::NoteTemplate;

namespace {

const char* const kLid = "5x7in";

std::string readText(const std::string& path)
{
    std::ifstream file;
    if (path != "-") {
        file.open(path, std::ios::binary);
    }
    std::istream& in = path == "-" ? std::cin : file;
    std::string text(program::kLongestWording + 1, '\0');
    errno = 0;
    in.read(text.data(), std::streamsize(text.size()));
    if (in.bad() || (!in && !in.eof())) {
        throw foundation::Refusal("file.unreadable",
                                  path + " cannot be read: " + std::strerror(errno));
    }
    text.resize(std::size_t(in.gcount()));
    return text;
}

void writeTemplates(const std::vector<NoteTemplate>& templates, RowWriter& out)
{
    static const std::vector<Column> columns = {{"version", "Version", ColumnType::Integer},
                                                {"signers", "Signers", ColumnType::Text},
                                                {"set_by", "Set by", ColumnType::Text},
                                                {"set_at", "Set", ColumnType::Date},
                                                {"approved_by", "Approved by", ColumnType::Text},
                                                {"approved_at", "Approved", ColumnType::Date}};
    out.begin(columns);
    for (const NoteTemplate& one : templates) {
        out.integer(one.version);
        out.text(program::listOfSigners(one.signers));
        out.text(one.setBy);
        out.code(toText(one.setAt));
        one.approvedBy ? out.text(*one.approvedBy) : out.empty();
        one.approvedAt ? out.code(toText(*one.approvedAt)) : out.empty();
        out.endRow();
    }
    out.end();
}

books::BoxNo boxNumber(const Context& context)
{
    return books::BoxNo{context.arguments().integer("NO")};
}

foundation::Month monthOf(const Context& context)
{
    return foundation::parseMonth(context.arguments().text("--month"));
}

program::Paper paperOf(const Context& context, const char* otherwise)
{
    return program::parsePaper(context.arguments().maybeText("--size").value_or(otherwise));
}

/// A terminal shows nothing of a PDF but noise.
void requireFile(const Context& context)
{
    if (context.arguments().text("-o").empty() && context.environment().outputIsTerminal) {
        throw UsageError("a PDF does not go to a terminal; name a file with -o FILE");
    }
}

std::string titleOf(foundation::Month month) { return "Notes of " + toText(month); }

} // namespace

int templateSet(Context& context)
{
    const std::string wording = readText(context.arguments().text("FILE"));
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        writeTemplates({program::setNoteTemplate(tx, wording, context.arguments().all("--signer"))},
                       out);
    });
}

int templateApprove(Context& context)
{
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        writeTemplates({program::approveNoteTemplate(tx, context.arguments().integer("VERSION"))},
                       out);
    });
}

int templateList(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        writeTemplates(program::listNoteTemplates(tx),
                       *context.output().writer(tx.store().currency, Shape::Rows));
    });
}

int templateShow(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const NoteTemplate one =
            program::requireNoteTemplate(tx, context.arguments().maybeInteger("VERSION"));
        context.output().write(one.wording + "\n");
    });
}

int noteWrite(Context& context)
{
    static const std::vector<Column> columns = {{"box", "Box", ColumnType::Integer},
                                                {"version", "Version", ColumnType::Integer},
                                                {"signers", "Signers", ColumnType::Integer}};
    const foundation::Month month = monthOf(context);
    const program::Paper paper = paperOf(context, kLid);
    return context.change(Shape::Rows, [&](books::WriteTransaction& tx, RowWriter& out) {
        const std::vector<BoxNote> notes = program::writeNotes(tx, month);
        // What is frozen must be fit to print.
        (void)program::printNotes(tx.store(), titleOf(month), paper, notes);
        out.begin(columns);
        for (const BoxNote& note : notes) {
            out.integer(note.box.value);
            out.integer(note.version.value_or(0));
            out.integer(std::int64_t(note.signatures.size()));
            out.endRow();
        }
        out.end();
    });
}

int noteSign(Context& context)
{
    static const std::vector<Column> columns = {{"box", "Box", ColumnType::Integer},
                                                {"signed", "Signed", ColumnType::Integer},
                                                {"signers", "Of", ColumnType::Integer}};
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        const program::SignedNote note =
            program::signNote(tx, boxNumber(context), context.arguments().text("--signer"));
        out.begin(columns);
        out.integer(boxNumber(context).value);
        out.integer(note.signedCount);
        out.integer(note.signerCount);
        out.endRow();
        out.end();
    });
}

int noteList(Context& context)
{
    static const std::vector<Column> columns = {{"box", "Box", ColumnType::Integer},
                                                {"state", "State", ColumnType::Code},
                                                {"recipient", "For", ColumnType::Code},
                                                {"name", "Name", ColumnType::Text},
                                                {"version", "Version", ColumnType::Integer},
                                                {"signed", "Signed", ColumnType::Integer},
                                                {"signers", "Of", ColumnType::Integer},
                                                {"missing", "Still to sign", ColumnType::Text}};
    return context.read([&](const books::ReadTransaction& tx) {
        const auto out = context.output().writer(tx.store().currency, Shape::Rows);
        out->begin(columns);
        for (const BoxNote& note : program::listNotes(tx, monthOf(context))) {
            std::vector<std::string> missing;
            for (const program::NoteSignature& one : note.signatures) {
                if (!one.isSigned) {
                    missing.push_back(one.signer);
                }
            }
            out->integer(note.box.value);
            out->code(note.state);
            out->code(note.recipientCode);
            out->text(note.recipientName);
            note.version ? out->integer(*note.version) : out->empty();
            note.version ? out->integer(note.signedCount()) : out->empty();
            note.version ? out->integer(std::int64_t(note.signatures.size())) : out->empty();
            missing.empty() ? out->empty() : out->text(program::listOfSigners(missing));
            out->endRow();
        }
        out->end();
    });
}

int notePrint(Context& context)
{
    requireFile(context);
    const foundation::Month month = monthOf(context);
    const program::Paper paper = paperOf(context, kLid);
    return context.read([&](const books::ReadTransaction& tx) {
        const std::vector<BoxNote> notes = program::notesToPrint(tx, month);
        context.output().write(program::printNotes(tx.store(), titleOf(month), paper, notes));
    });
}

int boxSlip(Context& context)
{
    requireFile(context);
    const std::vector<std::string> numbers = context.arguments().all("NO");
    if (numbers.empty()) {
        throw UsageError("giftbox box slip needs NO: the number of a box, or of several");
    }
    const program::Paper paper = paperOf(context, "a4");
    return context.read([&](const books::ReadTransaction& tx) {
        std::vector<program::BoxSlip> slips;
        for (const std::string& number : numbers) {
            slips.push_back(program::boxSlip(tx, books::BoxNo{parseInteger(number, "NO")}));
        }
        context.output().write(program::printSlips(tx.store(), paper, slips));
    });
}

} // namespace giftbox::cli
