#include "cli/command_parts.h"
#include "cli/commands.h"

namespace giftbox::cli {

std::vector<Command> noteCommands()
{
    return {
        {"box",
         "slip",
         "packing slips for boxes as a PDF, without costs",
         {{"NO", "", "number of a planned, packed, or given box; repeat as needed",
           Need::Repeatable},
          {"--size", "SIZE",
           "paper size, such as letter or 8.5x11in; default: letter in stores with locale en-US, "
           "else "
           "a4",
           Need::Optional}},
         "giftbox box slip 42 43 -o slips.pdf",
         boxSlip},
        {"order",
         "print",
         "an order as a PDF for its supplier",
         {{"NO", "", "number of the order: 7 for PO-7", Need::Required},
          {"--size", "SIZE",
           "paper size, such as letter or 8.5x11in; default: letter in stores with locale en-US, "
           "else "
           "a4",
           Need::Optional}},
         "giftbox order print 7 -o po-7.pdf",
         orderPrint},
        {"count",
         "sheet",
         "sheet of an open count as a PDF, bin by bin, to write on; without units of the books",
         {{"NO", "", "number of the count", Need::Required},
          {"--size", "SIZE",
           "paper size, such as letter or 8.5x11in; default: letter in stores with locale en-US, "
           "else a4",
           Need::Optional}},
         "giftbox count sheet 3 -o sheet.pdf",
         countSheet},
        {"note",
         "print",
         "notes for a month as a PDF, one card per page",
         {{"--month", "MONTH", "month in which the boxes count, YYYY-MM", Need::Required},
          {"--size", "SIZE", "card size, such as a4 or 127x178mm; default: 5x7in", Need::Optional}},
         "giftbox note print --month 2026-12 -o notes.pdf",
         notePrint},
    };
}

} // namespace giftbox::cli
