#include "typeset/packing_slip.h"

#include "typeset/list_paper.h"

#include <algorithm>

namespace giftbox::typeset {

namespace {

constexpr double kThin = 0.3;
constexpr const char* kSignedBy = "packed by, on";
constexpr double kRowSize = 11;
constexpr double kPadding = 3;
constexpr double kTick = 9;
constexpr double kGap = 10;

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
          paper_(sheet), columns_{.left = paper_.margin, .width = paper_.width}
    {}

    void draw()
    {
        drawHead();
        std::string kind;
        for (const SlipLine& line : slip_.lines) {
            const Row row = setRow(line);
            const bool begins = line.kind != kind;
            if (paper_.y + row.height + (begins ? kHeading : 0) > paper_.bottom()) {
                nextPage(row.height);
                drawHeading(line.kind);
            } else if (begins) {
                drawHeading(line.kind);
            }
            kind = line.kind;
            drawRow(row);
        }
        paper_.drawFoot(kSignedBy);
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
        const double y = paper_.y + kPadding;
        sheet_.square(columns_.left, y + 4.6, kTick, 0.6);
        sheet_.draw(row.name, columns_.nameX(), y);
        sheet_.draw(row.sku, columns_.skuX(), y);
        sheet_.draw(row.size, columns_.sizeX(), y);
        sheet_.draw(row.units, columns_.unitsX(), y);
        paper_.y += row.height;
        sheet_.rule(columns_.left, paper_.y - kThin, columns_.width, kThin);
    }

    void drawHeading(const std::string& kind)
    {
        const Style style{.size = 9.5, .face = Face::Italic};
        Style right = style;
        right.align = Align::Right;
        const double y = paper_.y + kHeading - 15;
        sheet_.draw(sheet_.set(kind, {.size = 12.5, .face = Face::Italic}, columns_.nameWidth()),
                    columns_.left, y - 4);
        sheet_.draw(sheet_.set("code", style, columns_.skuWidth()), columns_.skuX(), y);
        sheet_.draw(sheet_.set("size", style, columns_.sizeWidth()), columns_.sizeX(), y);
        sheet_.draw(sheet_.set("units", right, columns_.unitsWidth()), columns_.unitsX(), y);
        paper_.y += kHeading;
        sheet_.rule(columns_.left, paper_.y - 1, columns_.width, 1);
    }

    void drawHead()
    {
        paper_.drawTitle("Packing slip", "Box " + std::to_string(slip_.box));
        paper_.drawFact("store", sheet_.canSet(slip_.store) ? slip_.store : slip_.storeCode);
        paper_.drawFact("recipient", recipient());
        paper_.drawFact("month", slip_.month);
        paper_.drawFact("box", slip_.state);
    }

    void nextPage(double rowHeight)
    {
        paper_.drawFoot(kSignedBy);
        paper_.beginPage();
        drawHead();
        if (paper_.y + kHeading + rowHeight > paper_.bottom()) {
            throw Unprintable(Why::DoesNotFit,
                              "a line of the slip is taller than the page. Use larger paper.");
        }
    }

    Sheet& sheet_;
    const PackingSlip& slip_;
    ListPaper paper_;
    Columns columns_;
};

} // namespace

void drawPackingSlip(Sheet& sheet, const PackingSlip& slip) { SlipPages(sheet, slip).draw(); }

} // namespace giftbox::typeset
