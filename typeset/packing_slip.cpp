#include "typeset/packing_slip.h"

#include <algorithm>

namespace giftbox::typeset {

namespace {

constexpr double kWidestMargin = 18 * 72 / 25.4;
constexpr double kThin = 0.3;
constexpr double kRowSize = 11;
constexpr double kPadding = 3;
constexpr double kTick = 9;
constexpr double kGap = 10;
constexpr double kFoot = 44;

/// The columns' positions and widths.
struct Columns {
    double left = 0;
    double width = 0;

    double nameX() const { return left + kTick + kGap; }
    double nameWidth() const { return skuX() - kGap - nameX(); }
    double skuX() const { return sizeX() - kGap - skuWidth(); }
    double skuWidth() const { return width * 0.22; }
    double sizeX() const { return unitsX() - kGap - sizeWidth(); }
    double sizeWidth() const { return width * 0.13; }
    double unitsX() const { return left + width - unitsWidth(); }
    double unitsWidth() const { return width * 0.09; }
};

/// A slip in progress, from the top of its first page to the foot of its last.
class SlipPages {
public:
    SlipPages(Sheet& sheet, const PackingSlip& slip)
        : sheet_(sheet), slip_(slip),
          margin_(std::min(kWidestMargin, std::min(sheet.width(), sheet.height()) / 10)),
          columns_{.left = margin_, .width = sheet.width() - 2 * margin_}
    {}

    void draw()
    {
        drawHead();
        std::string kind;
        for (const SlipLine& line : slip_.lines) {
            const Row row = setRow(line);
            const bool begins = line.kind != kind;
            if (y_ + row.height + (begins ? kHeading : 0) > bottom()) {
                nextPage(row.height);
                drawHeading(line.kind);
            } else if (begins) {
                drawHeading(line.kind);
            }
            kind = line.kind;
            drawRow(row);
        }
        drawFoot();
    }

private:
    static constexpr double kHeading = 34;

    struct Row {
        Paragraph name;
        Paragraph sku;
        Paragraph size;
        Paragraph units;
        double height;
    };

    /// A name that cannot be printed stops no slip: its code is there too.
    std::string settable(const std::string& name) const
    {
        return sheet_.canSet(name) ? name : "(not printable)";
    }
    std::string recipient() const
    {
        const std::string& code = slip_.recipientCode;
        return slip_.recipientName.empty()           ? code
               : !sheet_.canSet(slip_.recipientName) ? code + " (the name is not printable)"
                                                     : slip_.recipientName + " · " + code;
    }

    double bottom() const { return sheet_.height() - margin_ - kFoot; }

    Row setRow(const SlipLine& line) const
    {
        const Style style{
            .size = kRowSize, .lineBreak = Break::Anywhere, .leading = 1.15, .begins = Side::Left};
        Style right = style;
        right.align = Align::Right;
        Row row{.name = sheet_.set(settable(line.name), style, columns_.nameWidth()),
                .sku = sheet_.set(line.sku, style, columns_.skuWidth()),
                .size = sheet_.set(settable(line.size), style, columns_.sizeWidth()),
                .units = sheet_.set(std::to_string(line.units), right, columns_.unitsWidth()),
                .height = 0};
        row.height =
            std::max({row.name.height(), row.sku.height(), row.size.height()}) + 2 * kPadding;
        return row;
    }

    void drawRow(const Row& row)
    {
        const double y = y_ + kPadding;
        sheet_.square(columns_.left, y + 4.6, kTick, 0.6);
        sheet_.draw(row.name, columns_.nameX(), y);
        sheet_.draw(row.sku, columns_.skuX(), y);
        sheet_.draw(row.size, columns_.sizeX(), y);
        sheet_.draw(row.units, columns_.unitsX(), y);
        y_ += row.height;
        sheet_.rule(columns_.left, y_ - kThin, columns_.width, kThin);
    }

    void drawHeading(const std::string& kind)
    {
        const Style style{.size = 9.5, .face = Face::Italic};
        Style right = style;
        right.align = Align::Right;
        const double y = y_ + kHeading - 15;
        sheet_.draw(sheet_.set(kind, {.size = 12.5, .face = Face::Italic}, columns_.nameWidth()),
                    columns_.left, y - 4);
        sheet_.draw(sheet_.set("code", style, columns_.skuWidth()), columns_.skuX(), y);
        sheet_.draw(sheet_.set("size", style, columns_.sizeWidth()), columns_.sizeX(), y);
        sheet_.draw(sheet_.set("units", right, columns_.unitsWidth()), columns_.unitsX(), y);
        y_ += kHeading;
        sheet_.rule(columns_.left, y_ - 1, columns_.width, 1);
    }

    void drawFact(const std::string& label, const std::string& text)
    {
        constexpr double kLabel = 72;
        const Paragraph words = sheet_.set(
            text,
            {.size = 12.5, .lineBreak = Break::Anywhere, .leading = 1.2, .begins = Side::Left},
            columns_.width - kLabel);
        sheet_.draw(sheet_.set(label, {.size = 10, .face = Face::Italic}, kLabel), columns_.left,
                    y_ + 2.4);
        sheet_.draw(words, columns_.left + kLabel, y_);
        y_ += words.height() + 2;
    }

    void drawHead()
    {
        const Style title{.size = 26, .face = Face::Italic};
        Style number{.size = 26, .align = Align::Right};
        const double half = columns_.width / 2;
        const Paragraph words = sheet_.set("Packing slip", title, half);
        sheet_.draw(words, columns_.left, margin_);
        sheet_.draw(sheet_.set("Box " + std::to_string(slip_.box), number, half),
                    columns_.left + half, margin_);
        y_ = margin_ + words.height() + 4;
        sheet_.rule(columns_.left, y_, columns_.width, kThin);
        y_ += 12;
        drawFact("store", sheet_.canSet(slip_.store) ? slip_.store : slip_.storeCode);
        drawFact("recipient", recipient());
        drawFact("month", slip_.month);
        drawFact("box", slip_.state);
    }

    void drawFoot()
    {
        const double y = sheet_.height() - margin_ - 14;
        const Style style{.size = 9.5, .face = Face::Italic};
        Style right = style;
        right.align = Align::Right;
        const double half = columns_.width / 2 - kGap;
        sheet_.rule(columns_.left, y - 1, half, kThin);
        sheet_.draw(sheet_.set("packed by, on", style, half), columns_.left, y);
        sheet_.draw(sheet_.set("page " + std::to_string(number_), right, half),
                    columns_.left + columns_.width - half, y);
    }

    void nextPage(double rowHeight)
    {
        drawFoot();
        sheet_.newPage();
        ++number_;
        drawHead();
        if (y_ + kHeading + rowHeight > bottom()) {
            throw Unprintable(Why::DoesNotFit,
                              "a line of the slip is taller than the page. Use larger paper.");
        }
    }

    Sheet& sheet_;
    const PackingSlip& slip_;
    double margin_;
    Columns columns_;
    double y_ = 0;
    int number_ = 1;
};

} // namespace

void drawPackingSlip(Sheet& sheet, const PackingSlip& slip) { SlipPages(sheet, slip).draw(); }

} // namespace giftbox::typeset
