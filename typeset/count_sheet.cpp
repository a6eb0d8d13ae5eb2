#include "typeset/count_sheet.h"

#include <algorithm>

namespace giftbox::typeset {

namespace {

constexpr double kWidestMargin = 18 * 72 / 25.4;
constexpr double kThin = 0.3;
constexpr double kPadding = 5;
constexpr double kGap = 10;
constexpr double kFoot = 44;
constexpr double kHeading = 34;

/// The columns' positions and widths.
struct Columns {
    double left = 0;
    double width = 0;

    double nameWidth() const { return skuX() - kGap - left; }
    double skuX() const { return firstX() - kGap - skuWidth(); }
    double skuWidth() const { return width * 0.22; }
    double firstX() const { return secondX() - kGap - countWidth(); }
    double secondX() const { return left + width - countWidth(); }
    double countWidth() const { return width * 0.14; }
};

/// A sheet in progress, from the top of its first page to the foot of its last.
class SheetPages {
public:
    SheetPages(Sheet& sheet, const CountSheet& count)
        : sheet_(sheet), count_(count),
          margin_(std::min(kWidestMargin, std::min(sheet.width(), sheet.height()) / 10)),
          columns_{.left = margin_, .width = sheet.width() - 2 * margin_}
    {}

    void draw()
    {
        drawHead();
        const std::string* bin = nullptr;
        for (const CountSheetLine& line : count_.lines) {
            const Row row = setRow(line);
            const bool begins = bin == nullptr || *bin != line.bin;
            if (y_ + row.height + (begins ? kHeading : 0) > bottom()) {
                nextPage(row.height);
                drawHeading(line.bin);
            } else if (begins) {
                drawHeading(line.bin);
            }
            bin = &line.bin;
            drawRow(row);
        }
        drawFoot();
    }

private:
    struct Row {
        Paragraph name;
        Paragraph sku;
        double height;
    };

    double bottom() const { return sheet_.height() - margin_ - kFoot; }

    /// A name that cannot be printed stops no sheet: its code is there too.
    std::string settable(const std::string& name) const
    {
        return sheet_.canSet(name) ? name : "(not printable)";
    }

    Row setRow(const CountSheetLine& line) const
    {
        const Style style{
            .size = 11, .lineBreak = Break::Anywhere, .leading = 1.15, .begins = Side::Left};
        Row row{.name = sheet_.set(settable(line.name), style, columns_.nameWidth()),
                .sku = sheet_.set(line.sku, style, columns_.skuWidth()),
                .height = 0};
        row.height = std::max(row.name.height(), row.sku.height()) + 2 * kPadding;
        return row;
    }

    void drawRow(const Row& row)
    {
        sheet_.draw(row.name, columns_.left, y_ + kPadding);
        sheet_.draw(row.sku, columns_.skuX(), y_ + kPadding);
        y_ += row.height;
        sheet_.rule(columns_.left, y_ - kThin, columns_.firstX() - kGap - columns_.left, kThin);
        sheet_.rule(columns_.firstX(), y_ - kThin, columns_.countWidth(), 0.8);
        sheet_.rule(columns_.secondX(), y_ - kThin, columns_.countWidth(), 0.8);
    }

    void drawHeading(const std::string& bin)
    {
        const Style style{.size = 9.5, .face = Face::Italic};
        const double y = y_ + kHeading - 15;
        const std::string words = bin.empty() ? "without a bin" : "bin " + settable(bin);
        sheet_.draw(sheet_.set(words,
                               {.size = 12.5, .face = Face::Italic, .lineBreak = Break::Anywhere},
                               columns_.nameWidth()),
                    columns_.left, y - 4);
        sheet_.draw(sheet_.set("code", style, columns_.skuWidth()), columns_.skuX(), y);
        sheet_.draw(sheet_.set("counted", style, columns_.countWidth()), columns_.firstX(), y);
        sheet_.draw(sheet_.set("again", style, columns_.countWidth()), columns_.secondX(), y);
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
        const Paragraph words = sheet_.set("Count sheet", title, half);
        sheet_.draw(words, columns_.left, margin_);
        sheet_.draw(sheet_.set("Count " + std::to_string(count_.number), number, half),
                    columns_.left + half, margin_);
        y_ = margin_ + words.height() + 4;
        sheet_.rule(columns_.left, y_, columns_.width, kThin);
        y_ += 12;
        drawFact("store", sheet_.canSet(count_.store) ? count_.store : count_.storeCode);
        drawFact("end of", count_.day);
        drawFact("items", settable(count_.scope));
    }

    void drawFoot()
    {
        const double y = sheet_.height() - margin_ - 14;
        const Style style{.size = 9.5, .face = Face::Italic};
        Style right = style;
        right.align = Align::Right;
        const double half = columns_.width / 2 - kGap;
        sheet_.rule(columns_.left, y - 1, half, kThin);
        sheet_.draw(sheet_.set("counted by, on", style, half), columns_.left, y);
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
                              "a line of the sheet is taller than the page. Use larger paper.");
        }
    }

    Sheet& sheet_;
    const CountSheet& count_;
    double margin_;
    Columns columns_;
    double y_ = 0;
    int number_ = 1;
};

} // namespace

void drawCountSheet(Sheet& sheet, const CountSheet& count) { SheetPages(sheet, count).draw(); }

} // namespace giftbox::typeset
