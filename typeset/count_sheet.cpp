#include "typeset/count_sheet.h"

#include "typeset/list_paper.h"

#include <algorithm>

namespace giftbox::typeset {

namespace {

constexpr double kThin = 0.3;
constexpr const char* kSignedBy = "counted by, on";
constexpr double kPadding = 5;
constexpr double kGap = 10;
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
          paper_(sheet), columns_{.left = paper_.margin, .width = paper_.width}
    {}

    void draw()
    {
        drawHead();
        const std::string* bin = nullptr;
        for (const CountSheetLine& line : count_.lines) {
            const Row row = setRow(line);
            const bool begins = bin == nullptr || *bin != line.bin;
            if (paper_.y + row.height + (begins ? kHeading : 0) > paper_.bottom()) {
                nextPage(row.height);
                drawHeading(line.bin);
            } else if (begins) {
                drawHeading(line.bin);
            }
            bin = &line.bin;
            drawRow(row);
        }
        paper_.drawFoot(kSignedBy);
    }

private:
    struct Row {
        Paragraph name;
        Paragraph sku;
        double height;
    };

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
        sheet_.draw(row.name, columns_.left, paper_.y + kPadding);
        sheet_.draw(row.sku, columns_.skuX(), paper_.y + kPadding);
        paper_.y += row.height;
        sheet_.rule(columns_.left, paper_.y - kThin, columns_.firstX() - kGap - columns_.left,
                    kThin);
        sheet_.rule(columns_.firstX(), paper_.y - kThin, columns_.countWidth(), 0.8);
        sheet_.rule(columns_.secondX(), paper_.y - kThin, columns_.countWidth(), 0.8);
    }

    void drawHeading(const std::string& bin)
    {
        const Style style{.size = 9.5, .face = Face::Italic};
        const double y = paper_.y + kHeading - 15;
        const std::string words = bin.empty() ? "without a bin" : "bin " + settable(bin);
        sheet_.draw(sheet_.set(words,
                               {.size = 12.5, .face = Face::Italic, .lineBreak = Break::Anywhere},
                               columns_.nameWidth()),
                    columns_.left, y - 4);
        sheet_.draw(sheet_.set("code", style, columns_.skuWidth()), columns_.skuX(), y);
        sheet_.draw(sheet_.set("counted", style, columns_.countWidth()), columns_.firstX(), y);
        sheet_.draw(sheet_.set("again", style, columns_.countWidth()), columns_.secondX(), y);
        paper_.y += kHeading;
        sheet_.rule(columns_.left, paper_.y - 1, columns_.width, 1);
    }

    void drawHead()
    {
        paper_.drawTitle("Count sheet", "Count " + std::to_string(count_.number));
        paper_.drawFact("store", sheet_.canSet(count_.store) ? count_.store : count_.storeCode);
        paper_.drawFact("end of", count_.day);
        paper_.drawFact("items", settable(count_.scope));
    }

    void nextPage(double rowHeight)
    {
        paper_.drawFoot(kSignedBy);
        paper_.beginPage();
        drawHead();
        if (paper_.y + kHeading + rowHeight > paper_.bottom()) {
            throw Unprintable(Why::DoesNotFit,
                              "a line of the sheet is taller than the page. Use larger paper.");
        }
    }

    Sheet& sheet_;
    const CountSheet& count_;
    ListPaper paper_;
    Columns columns_;
};

} // namespace

void drawCountSheet(Sheet& sheet, const CountSheet& count) { SheetPages(sheet, count).draw(); }

} // namespace giftbox::typeset
