#pragma once

#include "gifting/notes/box_slip.h"
#include "gifting/notes/count_sheet.h"
#include "gifting/notes/note.h"
#include "purchasing/order.h"

#include <string>
#include <vector>

namespace giftbox::gifting {

/// In thousandths of a millimeter.
struct Paper {
    std::int64_t width = 0;
    std::int64_t height = 0;
};

/// The paper of a store's printers: `letter` where people write as in the United States, else `a4`.
std::string usualPaper(const books::Store& store);

/// `a4`, `letter`, or `5x7in`, `127x178mm` (width, height, unit, also with decimals), with sides of 50 to 1000 mm.
/// Throws Refusal `print.size_malformed`.
Paper parsePaper(const std::string& text);

/// A note that cannot be printed: a character that no font has, or a text too long for the card.
struct UnprintableNote {
    books::BoxNo box;
    std::string sentence; ///< names the box too

    bool operator==(const UnprintableNote&) const = default;
};

struct PrintedNotes {
    std::string pdf; ///< a page in place of each unprintable note gives the reason
    std::vector<UnprintableNote> unprintable;
};

/// The PDF of notes, one card per page. Throws Refusal `print.does_not_fit`, `print.no_glyph`, which name the box, when
/// none can be printed; foundation::ProgramError.
PrintedNotes printNotes(const books::Store& store, const std::string& title, const Paper& paper,
                        const std::vector<BoxNote>& notes);
/// A PNG of one note as printed, one pixel per dot, or of the reason why it cannot be. Throws
/// foundation::ProgramError.
std::string pictureNote(const books::Store& store, const Paper& paper, const BoxNote& note,
                        std::int64_t dotsPerInch);
/// The PDF of packing slips, each on a new page. Where a name cannot be printed, its code stands for it. Throws like
/// printNotes.
std::string printSlips(const books::Store& store, const Paper& paper,
                       const std::vector<BoxSlip>& slips);

/// An order as its supplier gets it.
struct OrderToPrint {
    purchasing::Order order;
    purchasing::Supplier supplier;
    std::map<books::ItemNo, std::string> partNumbers; ///< where they are known
};
/// Throws Refusal `order.unknown`.
OrderToPrint orderToPrint(const books::ReadTransaction& tx, purchasing::OrderNo number);
/// The PDF of an order: its number, where it goes, its lines with the supplier's part numbers, and the total. Throws
/// Refusal `print.does_not_fit`, `print.no_glyph`; foundation::ProgramError.
std::string printOrder(const books::Store& store, const Paper& paper, const OrderToPrint& print);
/// The PDF of the sheet of a count. Where a name or a bin cannot be printed, the item's code stands for it. Throws like
/// printNotes.
std::string printCountSheet(const books::Store& store, const Paper& paper, const CountSheet& sheet);

/// The PDF of a month, which `json` describes as giftbox-typeset reads it. Throws foundation::ProgramError.
std::string printMonth(const std::string& title, const Paper& paper, const std::string& json);

} // namespace giftbox::gifting
