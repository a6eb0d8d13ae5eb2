#include "typeset/sheet.h"

#include "typeset/text_line.h"

#include <QString>

#include <algorithm>
#include <cairo-pdf.h>
#include <cmath>
#include <optional>

namespace giftbox::typeset {

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kPointsPerMicrometer = kPointsPerInch / 25'400.0;
/// Accents above capitals and the longest descenders of the Latin font, in sizes.
constexpr double kAscent = 1.12;
constexpr double kDescent = 0.36;
constexpr char32_t kLineSeparator = 0x2028;

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
    void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

double points(int pangoUnits) { return double(pangoUnits) / PANGO_SCALE; }

bool isPrintable(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return false;
    default:
        return true;
    }
}

/// Joins letters or keeps them apart; shown only by what it does to them.
bool isJoiner(char32_t character) { return character == 0x200C || character == 0x200D; }

/// Composed, with a line separator for each line feed, and without characters that nobody sees.
std::u32string lettersOf(const std::string& text)
{
    const QString composed = QString::fromStdString(text).normalized(QString::NormalizationForm_C);
    std::u32string letters;
    for (const char32_t c : composed.toStdU32String()) {
        if (c == '\n') {
            letters += kLineSeparator;
        } else if (isJoiner(c) || QChar::category(c) != QChar::Other_Format) {
            letters += c;
        }
    }
    return letters;
}

bool canSetOne(const Fonts& fonts, char32_t c)
{
    return c == kLineSeparator || isJoiner(c) || (isPrintable(c) && fonts.has(c));
}

[[noreturn]] void refuseCharacter(char32_t character)
{
    const QString seen =
        isPrintable(character) ? QString::fromUcs4(&character, 1) + " " : QString();
    throw Unprintable(
        Why::NoGlyph,
        QString("no font has the character %1(U+%2). Write the text in Latin, Greek, Cyrillic or "
                "Japanese letters, or install the packages fonts-noto-core and fonts-noto-cjk for "
                "Chinese, Korean, Thai, Arabic and Hebrew.")
            .arg(seen, QString::number(character, 16).toUpper().rightJustified(4, '0'))
            .toStdString());
}

[[noreturn]] void refuseWidth(const std::string& words, double needed, double width)
{
    constexpr double kMillimeter = kPointsPerInch / 25.4;
    throw Unprintable(
        Why::DoesNotFit,
        "\"" + QString::fromStdString(words).trimmed().toStdString() + "\" needs a line of " +
            std::to_string(std::lround(needed / kMillimeter)) + " mm, but there are only " +
            std::to_string(std::lround(width / kMillimeter)) +
            " mm. Shorten it, split it, or use larger paper.");
}

PangoAlignment pangoAlign(Align align)
{
    return align == Align::Left    ? PANGO_ALIGN_LEFT
           : align == Align::Right ? PANGO_ALIGN_RIGHT
                                   : PANGO_ALIGN_CENTER;
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length)
{
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

void require(cairo_status_t status)
{
    if (status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error(std::string("the page cannot be drawn: ") +
                                 cairo_status_to_string(status));
    }
}

void setUp(PangoLayout* layout, const Style& style, const std::string& families, double width)
{
    const Owned<PangoFontDescription> font(pango_font_description_new());
    pango_font_description_set_family(font.get(), families.c_str());
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_style(font.get(), style.face == Face::Italic ? PANGO_STYLE_ITALIC
                                                                            : PANGO_STYLE_NORMAL);
    pango_layout_set_font_description(layout, font.get());
    pango_layout_set_alignment(layout, pangoAlign(style.align));
    pango_layout_set_auto_dir(layout, style.begins == Side::OfItsLetters ? TRUE : FALSE);
    pango_layout_set_width(layout, int(std::lround(width * PANGO_SCALE)));
    pango_layout_set_wrap(layout, style.lineBreak == Break::Anywhere ? PANGO_WRAP_WORD_CHAR
                                                                     : PANGO_WRAP_WORD);
    if (style.tracking > 0) {
        const Owned<PangoAttrList> list(pango_attr_list_new());
        pango_attr_list_insert(list.get(), pango_attr_letter_spacing_new(int(std::lround(
                                               style.tracking * style.size * PANGO_SCALE))));
        pango_layout_set_attributes(layout, list.get());
    }
}

} // namespace

struct Paragraph::Laid {
    struct Line {
        PangoLayoutLine* line; ///< belongs to the layout
        double x;
    };

    Owned<PangoLayout> layout;
    Style style;
    std::vector<Line> lines{};
    double ascent = 0;  ///< of the first line
    double descent = 0; ///< of the last

    void findLines(double width);
};

/// Throws Unprintable for a line that is wider than `width`.
void Paragraph::Laid::findLines(double width)
{
    ascent = kAscent * style.size;
    descent = kDescent * style.size;
    const Owned<PangoLayoutIter> at(pango_layout_get_iter(layout.get()));
    do {
        PangoLayoutLine* const line = pango_layout_iter_get_line_readonly(at.get());
        PangoRectangle place{};
        pango_layout_iter_get_line_extents(at.get(), nullptr, &place);
        PangoRectangle ink{};
        PangoRectangle logical{};
        pango_layout_line_get_extents(line, &ink, &logical);
        if (points(logical.width) > width + 0.01) {
            refuseWidth(std::string(pango_layout_get_text(layout.get()) + line->start_index,
                                    std::size_t(line->length)),
                        points(logical.width), width);
        }
        ascent = lines.empty() ? std::max(ascent, -points(ink.y)) : ascent;
        descent = std::max(kDescent * style.size, points(ink.y + ink.height));
        lines.push_back({line, points(place.x)});
    } while (pango_layout_iter_next_line(at.get()) != FALSE);
    if (pango_layout_get_character_count(layout.get()) == 0) {
        lines.clear();
    }
}

Paragraph::Paragraph(std::unique_ptr<Laid> laid) : laid_(std::move(laid)) {}
Paragraph::~Paragraph() = default;
Paragraph::Paragraph(Paragraph&&) noexcept = default;
Paragraph& Paragraph::operator=(Paragraph&&) noexcept = default;

std::size_t Paragraph::lineCount() const { return laid_->lines.size(); }

double Paragraph::height() const
{
    const Style& style = laid_->style;
    return lineCount() == 0 ? 0
                            : laid_->ascent + laid_->descent +
                                  style.size * double(lineCount() - 1) * style.leading;
}

struct Sheet::Page {
    Page(const Fonts& given, const Paper& paper, double dotsPerInch)
        : fonts(given), width(double(paper.widthMicrometers) * kPointsPerMicrometer),
          height(double(paper.heightMicrometers) * kPointsPerMicrometer),
          isPicture(dotsPerInch > 0),
          surface(isPicture ? cairo_image_surface_create(
                                  CAIRO_FORMAT_RGB24,
                                  int(std::ceil(width * dotsPerInch / kPointsPerInch)),
                                  int(std::ceil(height * dotsPerInch / kPointsPerInch)))
                            : cairo_pdf_surface_create_for_stream(append, &bytes, width, height)),
          context(cairo_create(surface.get())), text(pango_font_map_create_context(fonts.map()))
    {
        require(cairo_status(context.get()));
        if (isPicture) {
            cairo_set_source_rgb(context.get(), 1, 1, 1);
            cairo_paint(context.get());
            cairo_scale(context.get(), dotsPerInch / kPointsPerInch, dotsPerInch / kPointsPerInch);
        }
        cairo_set_source_rgb(context.get(), 0, 0, 0);
        // A picture is laid out like the PDF, and scaled.
        const Owned<cairo_font_options_t> options(cairo_font_options_create());
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
        pango_cairo_context_set_font_options(text.get(), options.get());
        pango_context_set_language(text.get(), pango_language_from_string("en"));
        pango_context_set_round_glyph_positions(text.get(), FALSE);
        pango_context_set_base_dir(text.get(), PANGO_DIRECTION_LTR);
    }

    const Fonts& fonts;
    double width;
    double height;
    bool isPicture;
    std::string bytes;
    Owned<cairo_surface_t> surface;
    Owned<cairo_t> context;
    Owned<PangoContext> text;
};

Sheet::Sheet(const Fonts& fonts, const Paper& paper, const std::string& title,
             std::int64_t pictureDotsPerInch)
    : page_(std::make_unique<Page>(fonts, paper, double(pictureDotsPerInch)))
{
    if (!page_->isPicture) {
        cairo_pdf_surface_set_metadata(page_->surface.get(), CAIRO_PDF_METADATA_TITLE,
                                       title.c_str());
        cairo_pdf_surface_set_metadata(page_->surface.get(), CAIRO_PDF_METADATA_CREATOR, "Giftbox");
        // The same pages are the same bytes.
        cairo_pdf_surface_set_metadata(page_->surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                       "2000-01-01T00:00:00Z");
    }
}

Sheet::~Sheet() = default;

double Sheet::width() const { return page_->width; }
double Sheet::height() const { return page_->height; }

double Sheet::margin() const
{
    constexpr double kWidest = 18 * 72 / 25.4;
    constexpr double kShare = 10;
    return std::min(kWidest, std::min(width(), height()) / kShare);
}

Paragraph Sheet::set(const std::string& text, const Style& style, double width) const
{
    const std::u32string letters = lettersOf(text);
    const auto missing =
        std::ranges::find_if_not(letters, [&](char32_t c) { return canSetOne(page_->fonts, c); });
    if (missing != letters.end()) {
        refuseCharacter(*missing);
    }
    auto laid = std::make_unique<Paragraph::Laid>(Paragraph::Laid{
        .layout = Owned<PangoLayout>(pango_layout_new(page_->text.get())), .style = style});
    setUp(laid->layout.get(), style, page_->fonts.familiesFor(letters), width);
    const std::string utf8 =
        QString::fromUcs4(letters.data(), qsizetype(letters.size())).toStdString();
    pango_layout_set_text(laid->layout.get(), utf8.data(), int(utf8.size()));
    laid->findLines(width);
    return Paragraph(std::move(laid));
}

bool Sheet::canSet(const std::string& text) const
{
    return std::ranges::all_of(lettersOf(text),
                               [&](char32_t c) { return canSetOne(page_->fonts, c); });
}

std::string Sheet::settable(const std::string& text) const
{
    std::u32string letters = lettersOf(text);
    std::erase_if(letters, [&](char32_t c) { return !canSetOne(page_->fonts, c); });
    return QString::fromUcs4(letters.data(), qsizetype(letters.size())).toStdString();
}

void Sheet::draw(const Paragraph& paragraph, double x, double y)
{
    const Paragraph::Laid& laid = paragraph.laid();
    double baseline = y + laid.ascent;
    for (const Paragraph::Laid::Line& line : laid.lines) {
        drawTextLine(page_->context.get(), laid.layout.get(), *line.line, x + line.x, baseline);
        baseline += laid.style.size * laid.style.leading;
    }
}

void Sheet::rule(double x, double y, double length, double thickness)
{
    cairo_rectangle(page_->context.get(), x, y, length, thickness);
    cairo_fill(page_->context.get());
}

void Sheet::bar(double x, double y, double length, double height)
{
    constexpr double kGray = 0.72;
    cairo_t* const context = page_->context.get();
    cairo_save(context);
    cairo_set_source_rgb(context, kGray, kGray, kGray);
    cairo_rectangle(context, x, y, length, height);
    cairo_fill(context);
    cairo_restore(context);
}

void Sheet::square(double x, double y, double side, double thickness)
{
    rule(x, y, side, thickness);
    rule(x, y + side - thickness, side, thickness);
    const double inner = side - 2 * thickness;
    for (const double left : {x, x + side - thickness}) {
        cairo_rectangle(page_->context.get(), left, y + thickness, thickness, inner);
        cairo_fill(page_->context.get());
    }
}

void Sheet::newPage()
{
    if (page_->isPicture) {
        throw std::runtime_error("a picture has one page");
    }
    cairo_show_page(page_->context.get());
}

std::string Sheet::finish()
{
    require(cairo_status(page_->context.get()));
    if (page_->isPicture) {
        require(cairo_surface_write_to_png_stream(page_->surface.get(), append, &page_->bytes));
    }
    cairo_surface_finish(page_->surface.get());
    require(cairo_surface_status(page_->surface.get()));
    return page_->bytes;
}

} // namespace giftbox::typeset
