#pragma once

#include <pango/pangocairo.h>

namespace giftbox::typeset {

/// Draws a line of a layout with its baseline at a point. Unlike Pango's own function, it says of each glyph of text
/// that is written from the right which letters it stands for, one by one, so that programs copy from the PDF what was
/// typed: they take the letters of a ligature in the order of the page.
void drawTextLine(cairo_t* context, PangoLayout* layout, const PangoLayoutLine& line, double x,
                  double baseline);

} // namespace giftbox::typeset
