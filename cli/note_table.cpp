#include "cli/command_parts.h"
#include "cli/commands.h"

namespace giftbox::cli {
namespace {

const Parameter kMonth{"--month", "MONTH", "month in which the boxes count, YYYY-MM",
                       Need::Required};
const Parameter kLid{"--size", "SIZE", "card size, such as a4 or 127x178mm; default: 5x7in",
                     Need::Optional};

std::vector<Command> slips()
{
    return {
        {"box",
         "slip",
         "packing slips for boxes as a PDF, without costs",
         {{"NO", "", "number of a planned, packed, or given box; repeat as needed",
           Need::Repeatable},
          {"--size", "SIZE", "paper size, such as letter or 8.5x11in; default: a4",
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
         "add a template version, with {recipient}, {store}, {month}, and {signers}",
         {{"FILE", "",
           "file with the wording, - for standard input; empty lines separate paragraphs",
           Need::Required},
          {"--signer", "NAME", "signer of the notes; repeat as needed", Need::Repeatable}},
         "giftbox template set note.txt --signer \"Ann Example\" --signer \"Ben Example\"",
         templateSet},
        {"template",
         "approve",
         "approve a template version for new notes",
         {{"VERSION", "", "version number", Need::Required}},
         "giftbox template approve 2",
         templateApprove},
        {"template",
         "list",
         "list template versions, oldest first",
         {},
         "giftbox template list",
         templateList},
        {"template",
         "show",
         "show the wording of a version",
         {{"VERSION", "", "version number; default: the newest", Need::Optional}},
         "giftbox template show 2",
         templateShow},
    };
}

std::vector<Command> notes()
{
    return {
        {"note",
         "print",
         "notes for a month as a PDF, one card per page",
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
