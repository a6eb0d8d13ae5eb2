#include "cli/commands.h"
#include "cli/context.h"
#include "gifting/notes/typeset.h"
#include "gifting/notes/write_notes.h"
#include "reports/count_sheet.h"

namespace giftbox::cli {

using gifting::BoxNote;

namespace {

const char* const kLid = "5x7in";

foundation::Month monthOf(const Context& context) { return context.arguments().month("--month"); }

gifting::Paper paperOf(const Context& context, const std::string& usual)
{
    return gifting::parsePaper(context.arguments().maybeText("--size").value_or(usual));
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

int notePrint(Context& context)
{
    requireFile(context);
    const foundation::Month month = monthOf(context);
    const gifting::Paper paper = paperOf(context, kLid);
    return context.read([&](const books::ReadTransaction& tx) {
        const std::vector<BoxNote> notes = gifting::notesToPrint(tx, month);
        const gifting::PrintedNotes printed =
            gifting::printNotes(tx.store(), titleOf(month), paper, notes);
        context.output().write(printed.pdf);
        for (const gifting::UnprintableNote& one : printed.unprintable) {
            context.note(one.sentence);
        }
    });
}

int boxSlip(Context& context)
{
    requireFile(context);
    const std::vector<std::string> numbers = context.arguments().all("NO");
    if (numbers.empty()) {
        throw UsageError("giftbox box slip needs NO: one or more box numbers");
    }
    return context.read([&](const books::ReadTransaction& tx) {
        const gifting::Paper paper = paperOf(context, gifting::usualPaper(tx.store()));
        std::vector<gifting::BoxSlip> slips;
        for (const std::string& number : numbers) {
            slips.push_back(gifting::boxSlip(tx, books::BoxNo{parseInteger(number, "NO")}));
        }
        context.output().write(gifting::printSlips(tx.store(), paper, slips));
    });
}

int orderPrint(Context& context)
{
    requireFile(context);
    return context.read([&](const books::ReadTransaction& tx) {
        const gifting::Paper paper = paperOf(context, gifting::usualPaper(tx.store()));
        const purchasing::OrderNo number{parseInteger(context.arguments().text("NO"), "NO")};
        context.output().write(
            gifting::printOrder(tx.store(), paper, gifting::orderToPrint(tx, number)));
    });
}

int countSheet(Context& context)
{
    requireFile(context);
    return context.read([&](const books::ReadTransaction& tx) {
        const gifting::Paper paper = paperOf(context, gifting::usualPaper(tx.store()));
        const gifting::CountNo number{context.arguments().integer("NO")};
        context.output().write(
            gifting::printCountSheet(tx.store(), paper, reports::countSheetOf(tx, number)));
    });
}

} // namespace giftbox::cli
