#include "cli/command_parts.h"
#include "cli/commands.h"

namespace giftbox::cli {
namespace {

const Parameter kMonth{"--month", "MONTH", "the month the boxes count in, YYYY-MM", Need::Required};
const Parameter kLid{"--size", "SIZE", "of the card: 5x7in when left out; or a4, 127x178mm, ...",
                     Need::Optional};

std::vector<Command> slips()
{
    return {
        {"box",
         "slip",
         "the packing slips of boxes as a PDF: what goes in, without costs",
         {{"NO", "", "the number of a box planned, packed or given; as many as needed",
           Need::Repeatable},
          {"--size", "SIZE", "of the paper: a4 when left out; or letter, 8.5x11in, ...",
           Need::Optional}},
         "giftbox box slip 42 43 -o slips.pdf",
         boxSlip},
    };
}

std::vector<Command> templates()
{
    return {
        {"template",
         "set",
         "a new version of the notes' wording, with {recipient} {store} {month} {signers}",
         {{"FILE", "", "the wording, - for standard input; empty lines part paragraphs",
           Need::Required},
          {"--signer", "NAME", "who signs the notes; as often as needed", Need::Repeatable}},
         "giftbox template set note.txt --signer \"Ann Example\" --signer \"Ben Example\"",
         templateSet},
        {"template",
         "approve",
         "a manager approves a version; notes are written from it from now on",
         {{"VERSION", "", "its number", Need::Required}},
         "giftbox template approve 2",
         templateApprove},
        {"template",
         "list",
         "the versions, oldest first",
         {},
         "giftbox template list",
         templateList},
        {"template",
         "show",
         "the wording of a version",
         {{"VERSION", "", "its number; the newest when left out", Need::Optional}},
         "giftbox template show 2",
         templateShow},
    };
}

std::vector<Command> notes()
{
    return {
        {"note",
         "print",
         "the notes of a month as a PDF, a card a page",
         {kMonth, kLid},
         "giftbox note print --month 2026-12 -o notes.pdf",
         notePrint},
    };
}

} // namespace

std::vector<Command> noteCommands()
{
    std::vector<Command> all;
    for (auto* part : {slips, templates, notes}) {
        std::vector<Command> commands = part();
        std::move(commands.begin(), commands.end(), std::back_inserter(all));
    }
    return all;
}

} // namespace giftbox::cli
