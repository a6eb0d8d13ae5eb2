#pragma once

#include "gifting/notes/box_slip.h"
#include "gifting/notes/note.h"

#include <string>
#include <vector>

namespace giftbox::gifting {

/// In thousandths of a millimeter.
struct Paper {
    std::int64_t width = 0;
    std::int64_t height = 0;
};

/// `a4`, `letter`, or `5x7in`, `127x178mm` (width, height, unit, also with decimals), with sides of 50 to 1000 mm.
/// Throws Refusal `print.size_malformed`.
Paper parsePaper(const std::string& text);

/// The PDF of notes, one card per page. Throws Refusal `print.does_not_fit`, `print.no_glyph`, which name the box;
/// foundation::ProgramError.
std::string printNotes(const books::Store& store, const std::string& title, const Paper& paper,
                       const std::vector<BoxNote>& notes);
/// A PNG of one note as printed, one pixel per dot. Throws like printNotes.
std::string pictureNote(const books::Store& store, const Paper& paper, const BoxNote& note,
                        std::int64_t dotsPerInch);
/// The PDF of packing slips, each on a new page. Throws like printNotes.
std::string printSlips(const books::Store& store, const Paper& paper,
                       const std::vector<BoxSlip>& slips);

} // namespace giftbox::gifting
