#pragma once

#include "typeset/pages.h"

#include <memory>
#include <stdexcept>
#include <string>

namespace giftbox::typeset {

enum class Why { DoesNotFit, NoGlyph };

/// Text that cannot be printed as it is; the sentence says what would help.
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

struct Style {
    double size = 12;
    Face face = Face::Regular;
    Align align = Align::Left;
    Break lineBreak = Break::BetweenWords;
    double leading = 1.3; ///< from baseline to baseline, in sizes
    double tracking = 0;  ///< between letters, in sizes
};

/// Text broken into lines. Heights count from the top of the first line's capitals with accents to below its last line's descenders.
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

/// A PDF under way, or a picture of one page. All lengths are points (1/72 inch), from the top left corner of the page. Only the fonts inside the program are used.
class Sheet {
public:
    /// A PDF where `pictureDotsPerInch` is 0, else a PNG on which type stands as in the PDF.
    Sheet(const Paper& paper, const std::string& title, std::int64_t pictureDotsPerInch);
    ~Sheet();

    double width() const;
    double height() const;
    /// Breaks UTF-8 text into lines of at most `width`; line feeds break too. Throws Unprintable: a character that no font has, between words, one wider than the line.
    Paragraph set(const std::string& text, const Style& style, double width) const;
    void draw(const Paragraph& paragraph, double x, double y);
    void rule(double x, double y, double length, double thickness);
    void square(double x, double y, double side, double thickness);
    /// Throws std::runtime_error: a picture has one page.
    void newPage();
    /// The bytes of the PDF or PNG. Nothing may be drawn afterwards.
    std::string finish();

private:
    void beginPicture(double dotsPerInch);

    struct Page;
    std::unique_ptr<Page> page_;
};

} // namespace giftbox::typeset
