#include "typeset/purchase_order.h"

#include <algorithm>
#include <array>

namespace giftbox::typeset {

namespace {

constexpr double kThin = 0.3;
constexpr double kRowSize = 11;
constexpr double kPadding = 3;
constexpr double kGap = 10;
constexpr double kFoot = 30;
constexpr double kHeading = 30;
constexpr double kLabel = 84;

/// The columns: item, the supplier's part number, our code, units, cost. Shares of the width.
constexpr std::size_t kColumns = 5;
constexpr std::array<double, kColumns> kShares = {0.36, 0.2, 0.2, 0.09, 0.15};
constexpr std::array<const char*, kColumns> kHeadings = {"item", "your number", "our code", "units",
                                                         "cost"};
constexpr std::size_t kFirstFigure = 3;

/// An order in progress, from the top of its first page to the foot of its last.
class OrderPages {
public:
    OrderPages(Sheet& sheet, const PurchaseOrder& order)
        : sheet_(sheet), order_(order), margin_(sheet.margin()), width_(sheet.width() - 2 * margin_)
    {}

    void draw()
    {
        drawHead();
        for (const PurchaseOrder::Fact& fact : order_.facts) {
            drawFact(fact);
        }
        drawHeadings();
        for (const OrderLine& line : order_.lines) {
            drawRow({sheet_.settable(line.name), sheet_.settable(line.partNumber), line.sku,
                     std::to_string(line.units), line.cost},
                    Face::Regular);
        }
        drawRow({"Total", "", "", "", order_.total}, Face::Italic);
        drawFoot();
    }

private:
    using Cells = std::array<std::string, kColumns>;

    double bottom() const { return sheet_.height() - margin_ - kFoot; }
    double widthOf(std::size_t column) const { return kShares.at(column) * width_ - kGap; }
    static Align alignOf(std::size_t column)
    {
        return column < kFirstFigure ? Align::Left : Align::Right;
    }

    void drawHead()
    {
        const double half = width_ / 2;
        const Paragraph words =
            sheet_.set("Purchase order", {.size = 26, .face = Face::Italic}, half);
        sheet_.draw(words, margin_, margin_);
        sheet_.draw(sheet_.set(order_.order, {.size = 26, .align = Align::Right}, half),
                    margin_ + half, margin_);
        y_ = margin_ + words.height() + 4;
        sheet_.rule(margin_, y_, width_, kThin);
        y_ += 12;
    }

    void drawFact(const PurchaseOrder::Fact& fact)
    {
        const Paragraph words = sheet_.set(
            sheet_.settable(fact.text),
            {.size = 12.5, .lineBreak = Break::Anywhere, .leading = 1.2, .begins = Side::Left},
            width_ - kLabel);
        makeRoom(words.height());
        sheet_.draw(sheet_.set(fact.label, {.size = 10, .face = Face::Italic}, kLabel), margin_,
                    y_ + 2.4);
        sheet_.draw(words, margin_ + kLabel, y_);
        y_ += words.height() + 2;
    }

    void drawHeadings()
    {
        double x = margin_;
        for (std::size_t i = 0; i < kColumns; ++i) {
            const Style style{.size = 9.5, .face = Face::Italic, .align = alignOf(i)};
            sheet_.draw(sheet_.set(kHeadings.at(i), style, widthOf(i)), x, y_ + kHeading - 15);
            x += kShares.at(i) * width_;
        }
        y_ += kHeading;
        sheet_.rule(margin_, y_ - 1, width_ - kGap, 1);
    }

    void drawRow(const Cells& cells, Face face)
    {
        std::vector<Paragraph> words;
        double height = 0;
        for (std::size_t i = 0; i < kColumns; ++i) {
            words.push_back(sheet_.set(cells.at(i),
                                       {.size = kRowSize,
                                        .face = face,
                                        .align = alignOf(i),
                                        .lineBreak = Break::Anywhere,
                                        .leading = 1.15,
                                        .begins = Side::Left},
                                       widthOf(i)));
            height = std::max(height, words.back().height());
        }
        if (makeRoom(height + 2 * kPadding)) {
            drawHeadings();
        }
        double x = margin_;
        for (std::size_t i = 0; i < kColumns; ++i) {
            sheet_.draw(words.at(i), x, y_ + kPadding);
            x += kShares.at(i) * width_;
        }
        y_ += height + 2 * kPadding;
        sheet_.rule(margin_, y_ - kThin, width_ - kGap, kThin);
    }

    /// Whether it began a new page.
    bool makeRoom(double height)
    {
        if (y_ + height <= bottom()) {
            return false;
        }
        drawFoot();
        sheet_.newPage();
        ++number_;
        drawHead();
        if (y_ + kHeading + height > bottom()) {
            throw Unprintable(Why::DoesNotFit,
                              "a line of the order is taller than the page. Use larger paper.");
        }
        return true;
    }

    void drawFoot()
    {
        sheet_.draw(sheet_.set(order_.order + ", page " + std::to_string(number_),
                               {.size = 9.5, .face = Face::Italic, .align = Align::Right}, width_),
                    margin_, sheet_.height() - margin_ - 14);
    }

    Sheet& sheet_;
    const PurchaseOrder& order_;
    double margin_;
    double width_;
    double y_ = 0;
    int number_ = 1;
};

} // namespace

void drawPurchaseOrder(Sheet& sheet, const PurchaseOrder& order)
{
    OrderPages(sheet, order).draw();
}

} // namespace giftbox::typeset
