#include "typeset/sheet.h"

#include <QBuffer>
#include <QFont>
#include <QFontDatabase>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRawFont>
#include <QTextLayout>

#include <array>
#include <cmath>

namespace giftbox::typeset {

namespace {

constexpr int kDotsPerInch = 1200;
constexpr double kDotsPerPoint = kDotsPerInch / 72.0;
constexpr double kPointsPerMicrometer = 72.0 / 25'400.0;
/// Accents above capitals and the longest descenders of the fonts, in sizes.
constexpr double kAscent = 1.12;
constexpr double kDescent = 0.36;

/// The Latin, Greek and Cyrillic font, and the Japanese one for other characters.
struct Font {
    QString family;
    bool italic = false;
    QRawFont glyphs;
};

Font loadFont(const QString& path, bool italic)
{
    const int id = QFontDatabase::addApplicationFont(path);
    if (id < 0) {
        throw std::runtime_error("the font " + path.toStdString() + " cannot be loaded");
    }
    return {QFontDatabase::applicationFontFamilies(id).constFirst(), italic, QRawFont(path, 12)};
}

std::array<const Font*, 2> fontsOf(Face face)
{
    static const Font regular = loadFont(":/fonts/regular.ttf", false);
    static const Font italic = loadFont(":/fonts/italic.ttf", true);
    static const Font japanese = loadFont(":/fonts/japanese.ttf", false);
    return {face == Face::Italic ? &italic : &regular, &japanese};
}

QFont qtFont(const Font& font, const Style& style)
{
    QFont made(font.family);
    made.setItalic(font.italic);
    made.setPointSizeF(style.size);
    made.setHintingPreference(QFont::PreferNoHinting);
    made.setStyleStrategy(QFont::StyleStrategy(QFont::ForceOutline | QFont::NoFontMerging));
    // Any letter spacing prevents ligatures, so that text copied from the PDF has its original letters.
    made.setLetterSpacing(QFont::PercentageSpacing, 100.1 + 100 * style.tracking);
    return made;
}

bool isPrintable(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return false;
    default:
        return true;
    }
}

const Font& fontFor(char32_t character, Face face)
{
    for (const Font* font : fontsOf(face)) {
        if (isPrintable(character) && font->glyphs.supportsCharacter(character)) {
            return *font;
        }
    }
    const QString seen =
        isPrintable(character) ? QString::fromUcs4(&character, 1) + " " : QString();
    throw Unprintable(
        Why::NoGlyph,
        QString("no font has the character %1(U+%2). Write the text in Latin, Greek, "
                "Cyrillic or Japanese letters.")
            .arg(seen, QString::number(character, 16).toUpper().rightJustified(4, '0'))
            .toStdString());
}

/// One range for each stretch of the text that one font covers.
QList<QTextLayout::FormatRange> rangesOf(const QString& text, const Style& style)
{
    QList<QTextLayout::FormatRange> ranges;
    const Font* before = nullptr;
    for (qsizetype at = 0; at < text.size();) {
        const bool pair = text.at(at).isHighSurrogate() && at + 1 < text.size();
        const char32_t character =
            pair ? QChar::surrogateToUcs4(text.at(at), text.at(at + 1)) : text.at(at).unicode();
        const Font* font =
            character == QChar::LineSeparator ? before : &fontFor(character, style.face);
        if (font != nullptr && font != before) {
            QTextCharFormat format;
            format.setFont(qtFont(*font, style));
            ranges.append({int(at), 0, format});
            before = font;
        }
        at += pair ? 2 : 1;
        if (!ranges.isEmpty()) {
            ranges.last().length = int(at) - ranges.last().start;
        }
    }
    return ranges;
}

Qt::Alignment qtAlign(Align align)
{
    return align == Align::Left    ? Qt::AlignLeft
           : align == Align::Right ? Qt::AlignRight
                                   : Qt::AlignHCenter;
}

} // namespace

struct Paragraph::Laid {
    QTextLayout layout;
    Style style;
};

Paragraph::Paragraph(std::unique_ptr<Laid> laid) : laid_(std::move(laid)) {}
Paragraph::~Paragraph() = default;
Paragraph::Paragraph(Paragraph&&) noexcept = default;
Paragraph& Paragraph::operator=(Paragraph&&) noexcept = default;

std::size_t Paragraph::lineCount() const { return std::size_t(laid_->layout.lineCount()); }

double Paragraph::height() const
{
    const Style& style = laid_->style;
    return lineCount() == 0
               ? 0
               : style.size * (kAscent + kDescent + double(lineCount() - 1) * style.leading);
}

struct Sheet::Page {
    explicit Page(const Paper& paper)
        : width(double(paper.widthMicrometers) * kPointsPerMicrometer),
          height(double(paper.heightMicrometers) * kPointsPerMicrometer), writer(&buffer)
    {}

    double width;
    double height;
    QBuffer buffer;
    QPdfWriter writer;
    QImage picture; ///< none for a PDF
    QPainter painter;
};

Sheet::Sheet(const Paper& paper, const std::string& title, std::int64_t pictureDotsPerInch)
    : page_(std::make_unique<Page>(paper))
{
    page_->buffer.open(QIODevice::WriteOnly);
    QPdfWriter& writer = page_->writer;
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(QPageSize(QSizeF(page_->width, page_->height), QPageSize::Point, QString(),
                                 QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(QString::fromStdString(title));
    writer.setCreator("Giftbox");
    if (pictureDotsPerInch > 0) {
        beginPicture(double(pictureDotsPerInch));
    } else if (!page_->painter.begin(&writer)) {
        throw std::runtime_error("the PDF cannot be begun");
    }
}

/// Drawing is laid out for the PDF and scaled down.
void Sheet::beginPicture(double dotsPerInch)
{
    QImage& picture = page_->picture;
    picture = QImage(int(std::ceil(page_->width * dotsPerInch / 72)),
                     int(std::ceil(page_->height * dotsPerInch / 72)), QImage::Format_Grayscale8);
    picture.fill(Qt::white);
    if (picture.isNull() || !page_->painter.begin(&picture)) {
        throw std::runtime_error("the picture cannot be begun");
    }
    page_->painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    page_->painter.scale(dotsPerInch / kDotsPerInch, dotsPerInch / kDotsPerInch);
}

Sheet::~Sheet() = default;

double Sheet::width() const { return page_->width; }
double Sheet::height() const { return page_->height; }

Paragraph Sheet::set(const std::string& text, const Style& style, double width) const
{
    QString letters = QString::fromStdString(text).normalized(QString::NormalizationForm_C);
    letters.replace('\n', QChar::LineSeparator);
    auto laid = std::make_unique<Paragraph::Laid>();
    laid->style = style;
    QTextLayout& layout = laid->layout;
    QTextOption option(qtAlign(style.align));
    option.setWrapMode(style.lineBreak == Break::Anywhere
                           ? QTextOption::WrapAtWordBoundaryOrAnywhere
                           : QTextOption::WordWrap);
    layout.setTextOption(option);
    layout.setText(letters);
    layout.setFormats(rangesOf(letters, style));
    layout.setFont(QFont(qtFont(*fontsOf(style.face).front(), style), &page_->writer));
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width * kDotsPerPoint);
        if (line.naturalTextWidth() > width * kDotsPerPoint) {
            throw Unprintable(
                Why::DoesNotFit,
                ("\"" + letters.mid(line.textStart(), line.textLength()).trimmed() +
                 QString(
                     "\" needs a line of %1 mm, but there are only %2 mm. Shorten it, split it, "
                     "or use larger paper.")
                     .arg(line.naturalTextWidth() / kDotsPerInch * 25.4, 0, 'f', 0)
                     .arg(width / 72 * 25.4, 0, 'f', 0))
                    .toStdString());
        }
    }
    layout.endLayout();
    return Paragraph(std::move(laid));
}

void Sheet::draw(const Paragraph& paragraph, double x, double y)
{
    const Style& style = paragraph.laid().style;
    const QTextLayout& layout = paragraph.laid().layout;
    for (int i = 0; i < layout.lineCount(); ++i) {
        const double baseline = y + style.size * (kAscent + i * style.leading);
        QTextLine line = layout.lineAt(i);
        line.draw(&page_->painter,
                  QPointF(x * kDotsPerPoint, baseline * kDotsPerPoint - line.ascent() - line.y()));
    }
}

void Sheet::rule(double x, double y, double length, double thickness)
{
    page_->painter.fillRect(QRectF(x * kDotsPerPoint, y * kDotsPerPoint, length * kDotsPerPoint,
                                   thickness * kDotsPerPoint),
                            Qt::black);
}

void Sheet::square(double x, double y, double side, double thickness)
{
    rule(x, y, side, thickness);
    rule(x, y + side - thickness, side, thickness);
    const double inner = side - 2 * thickness;
    const auto upright = [&](double left) {
        page_->painter.fillRect(QRectF(left * kDotsPerPoint, (y + thickness) * kDotsPerPoint,
                                       thickness * kDotsPerPoint, inner * kDotsPerPoint),
                                Qt::black);
    };
    upright(x);
    upright(x + side - thickness);
}

void Sheet::newPage()
{
    if (!page_->picture.isNull()) {
        throw std::runtime_error("a picture has one page");
    }
    page_->writer.newPage();
}

std::string Sheet::finish()
{
    page_->painter.end();
    if (!page_->picture.isNull()) {
        page_->picture.save(&page_->buffer, "PNG");
    }
    page_->buffer.close();
    return page_->buffer.data().toStdString();
}

} // namespace giftbox::typeset
