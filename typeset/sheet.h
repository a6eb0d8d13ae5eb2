#pragma once

#include "typeset/fonts.h"
#include "typeset/pages.h"

#include <memory>
#include <stdexcept>
#include <string>

namespace giftbox::typeset {

enum class Why { DoesNotFit, NoGlyph };

/// Text that cannot be printed; the sentence says what would help.
class Unprintable : public std::runtime_error {
public:
    Unprintable(Why why, const std::string& sentence) : std::runtime_error(sentence), why_(why) {}
    Why why() const { return why_; }

private:
    Why why_;
};

enum class Face { Regular, Italic };
enum class Align { Left, Center, Right };
enum class Break { BetweenWords, Anywhere };
/// Where a paragraph begins: as its first letters do, or at the left as everything beside it.
enum class Side { OfItsLetters, Left };

struct Style {
    double size = 12;
    Face face = Face::Regular;
    Align align = Align::Left;
    Break lineBreak = Break::BetweenWords;
    double leading = 1.3; ///< from baseline to baseline, in sizes
    double tracking = 0;  ///< between letters, in sizes
    Side begins = Side::OfItsLetters;
};

/// Text broken into lines. Heights are measured from the top of accented capitals in the first line to below the
/// descenders of the last, and further where letters of other scripts reach further.
class Paragraph {
public:
    struct Laid;

    explicit Paragraph(std::unique_ptr<Laid> laid);
    ~Paragraph();
    Paragraph(Paragraph&& other) noexcept;
    Paragraph& operator=(Paragraph&& other) noexcept;

    double height() const;
    std::size_t lineCount() const;
    const Laid& laid() const { return *laid_; }

private:
    std::unique_ptr<Laid> laid_;
};

/// A PDF in progress, or a picture of one page. All lengths are points (1/72 inch) from the top left corner of the
/// page.
class Sheet {
public:
    /// A PDF if `pictureDotsPerInch` is 0, else a PNG with the same layout. `fonts` must outlive it.
    Sheet(const Fonts& fonts, const Paper& paper, const std::string& title,
          std::int64_t pictureDotsPerInch);
    ~Sheet();

    double width() const;
    double height() const;
    /// Of a page of lists and figures: 18 mm, or a tenth of the shorter side.
    double margin() const;
    /// Breaks UTF-8 text into lines of at most `width`, and at line feeds. Leaves out invisible characters. Throws
    /// Unprintable for a character missing from all fonts and for a word wider than the line.
    Paragraph set(const std::string& text, const Style& style, double width) const;
    /// Whether all fonts together have the text's characters.
    bool canSet(const std::string& text) const;
    /// The text without the characters that no font has.
    std::string settable(const std::string& text) const;
    void draw(const Paragraph& paragraph, double x, double y);
    void rule(double x, double y, double length, double thickness);
    /// Filled in gray.
    void bar(double x, double y, double length, double height);
    void square(double x, double y, double side, double thickness);
    /// Throws std::runtime_error for a picture, which has one page.
    void newPage();
    /// The bytes of the PDF or PNG. Draw nothing afterward.
    std::string finish();

private:
    struct Page;
    std::unique_ptr<Page> page_;
};

} // namespace giftbox::typeset
