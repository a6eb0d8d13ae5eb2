#include "cli/commands.h"
#include "cli/context.h"
#include "foundation/digest.h"
#include "gifting/notes/note_template.h"
#include "gifting/notes/sign_note.h"
#include "gifting/notes/typeset.h"
#include "gifting/notes/write_notes.h"
#include "reports/note_rows.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>

namespace giftbox::cli {

using foundation::RowWriter;
using gifting::BoxNote;
using gifting::NoteTemplate;

namespace {

const char* const kLid = "5x7in";

std::string readText(const std::string& path)
{
    std::ifstream file;
    if (path != "-") {
        file.open(path, std::ios::binary);
    }
    std::istream& in = path == "-" ? std::cin : file;
    std::string text(gifting::kLongestWording + 1, '\0');
    errno = 0;
    in.read(text.data(), std::streamsize(text.size()));
    if (in.bad() || (!in && !in.eof())) {
        throw foundation::Refusal("file.unreadable/why",
                                  {{"path", path}, {"why", std::strerror(errno)}});
    }
    text.resize(std::size_t(in.gcount()));
    return text;
}

void writeTemplates(const std::vector<NoteTemplate>& templates, RowWriter& out)
{
    out.begin(reports::noteTemplateColumns());
    for (const NoteTemplate& one : templates) {
        reports::writeNoteTemplate(one, out);
        out.endRow();
    }
    out.end();
}

foundation::Month monthOf(const Context& context) { return context.arguments().month("--month"); }

gifting::Paper paperOf(const Context& context, const char* otherwise)
{
    return gifting::parsePaper(context.arguments().maybeText("--size").value_or(otherwise));
}

/// A terminal cannot show a PDF.
void requireFile(const Context& context)
{
    if (context.arguments().path("-o").empty() && context.environment().outputIsTerminal) {
        throw UsageError("a terminal cannot show a PDF; name a file with -o FILE");
    }
}

std::string titleOf(foundation::Month month) { return "Notes for " + toText(month); }

} // namespace

int templateSet(Context& context)
{
    const std::string wording = readText(context.arguments().path("FILE"));
    context.keyCovers("FILE", foundation::sha256(wording));
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        writeTemplates({gifting::setNoteTemplate(tx, wording, context.arguments().all("--signer"))},
                       out);
    });
}

int templateApprove(Context& context)
{
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        writeTemplates({gifting::approveNoteTemplate(tx, context.arguments().integer("VERSION"))},
                       out);
    });
}

int templateList(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        writeTemplates(gifting::listNoteTemplates(tx),
                       *context.output().writer(tx.store().currency, Shape::Rows));
    });
}

int templateShow(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const NoteTemplate one =
            gifting::requireNoteTemplate(tx, context.arguments().maybeInteger("VERSION"));
        context.output().write(one.wording + "\n");
    });
}

int notePrint(Context& context)
{
    requireFile(context);
    const foundation::Month month = monthOf(context);
    const gifting::Paper paper = paperOf(context, kLid);
    return context.read([&](const books::ReadTransaction& tx) {
        const std::vector<BoxNote> notes = gifting::notesToPrint(tx, month);
        context.output().write(gifting::printNotes(tx.store(), titleOf(month), paper, notes));
    });
}

int boxSlip(Context& context)
{
    requireFile(context);
    const std::vector<std::string> numbers = context.arguments().all("NO");
    if (numbers.empty()) {
        throw UsageError("giftbox box slip needs NO: one or more box numbers");
    }
    const gifting::Paper paper = paperOf(context, "a4");
    return context.read([&](const books::ReadTransaction& tx) {
        std::vector<gifting::BoxSlip> slips;
        for (const std::string& number : numbers) {
            slips.push_back(gifting::boxSlip(tx, books::BoxNo{parseInteger(number, "NO")}));
        }
        context.output().write(gifting::printSlips(tx.store(), paper, slips));
    });
}

} // namespace giftbox::cli
