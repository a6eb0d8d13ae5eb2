#include "typeset/month_page.h"

#include <algorithm>

namespace giftbox::typeset {

namespace {

constexpr double kThin = 0.3;
constexpr double kSmall = 9.5;
constexpr double kBarHeight = 96;
constexpr double kBarLabel = 8;
constexpr double kBarGap = 8;
constexpr double kBarThousandths = 1000;
constexpr double kRowHeight = 17;
constexpr double kFirstColumn = 0.34;
constexpr double kBetween = 16; ///< parts of the page
constexpr Style kHeading = {.size = kSmall, .face = Face::Italic};

/// The page in progress, from the top.
class MonthPaper {
public:
    MonthPaper(Sheet& sheet, const MonthPage& month)
        : sheet_(sheet), month_(month), margin_(sheet.margin()),
          width_(sheet.width() - 2 * margin_), y_(margin_)
    {}

    void draw()
    {
        drawHead();
        drawFigures();
        drawTable();
        drawBars();
        for (const MonthPage::List& list : month_.lists) {
            drawList(list);
        }
        sheet_.draw(sheet_.set(month_.foot, kHeading, width_), margin_, foot());
    }

private:
    double foot() const { return sheet_.height() - margin_ - 14; }
    Paragraph words(const std::string& text, const Style& style, double width) const
    {
        return sheet_.set(sheet_.settable(text), style, width);
    }

    void drawHead()
    {
        const double half = width_ / 2;
        const Paragraph title = words(month_.month, {.size = 26, .face = Face::Italic}, half);
        const Paragraph store =
            words(month_.store, {.size = 14, .align = Align::Right, .leading = 1.2}, half);
        sheet_.draw(title, margin_, y_);
        sheet_.draw(store, margin_ + half, y_ + 4);
        y_ += std::max(title.height(), store.height() + 4) + 4;
        sheet_.rule(margin_, y_, width_, kThin);
        y_ += 5;
        const Paragraph state = words(month_.state, {.size = 11, .face = Face::Italic}, width_);
        sheet_.draw(state, margin_, y_);
        y_ += state.height() + kBetween;
    }

    /// Side by side, the label under the figure.
    void drawFigures()
    {
        const double each = width_ / double(std::max<std::size_t>(month_.figures.size(), 1));
        double x = margin_;
        double height = 0;
        for (const MonthPage::Figure& figure : month_.figures) {
            const Style large{.size = 19, .lineBreak = Break::Anywhere};
            const Paragraph text = words(figure.text, large, each - kBarGap);
            const Paragraph label = words(figure.label, kHeading, each - kBarGap);
            sheet_.draw(text, x, y_);
            sheet_.draw(label, x, y_ + text.height() + 1);
            height = std::max(height, text.height() + 1 + label.height());
            x += each;
        }
        y_ += height + kBetween;
    }

    void drawCells(const std::vector<std::string>& cells, const Style& style)
    {
        const double first = kFirstColumn * width_;
        const double each = (width_ - first) / double(std::max<std::size_t>(cells.size() - 1, 1));
        Style right = style;
        right.align = Align::Right;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const double x = i == 0 ? 0 : first + double(i - 1) * each;
            sheet_.draw(words(cells[i], i == 0 ? style : right, i == 0 ? first : each), margin_ + x,
                        y_);
        }
        y_ += kRowHeight;
        sheet_.rule(margin_, y_ - 2, width_, kThin);
    }

    void drawTable()
    {
        drawCells(month_.headings, kHeading);
        for (const MonthPage::Row& row : month_.rows) {
            std::vector<std::string> cells = {row.label};
            cells.insert(cells.end(), row.cells.begin(), row.cells.end());
            drawCells(cells, {.size = 11, .face = row.isTotal ? Face::Italic : Face::Regular});
        }
        y_ += kBetween - 3;
    }

    void drawBars()
    {
        sheet_.draw(words(month_.barsTitle, kHeading, width_), margin_, y_);
        y_ += 16;
        const double each = width_ / double(std::max<std::size_t>(month_.bars.size(), 1));
        const double ground = y_ + kBarLabel + 4 + kBarHeight;
        double x = margin_;
        for (const MonthPage::Bar& bar : month_.bars) {
            const double height = double(bar.thousandths) / kBarThousandths * kBarHeight;
            const Style label{.size = kBarLabel, .align = Align::Center};
            sheet_.bar(x + kBarGap / 2, ground - height, each - kBarGap, height);
            sheet_.draw(words(bar.text, label, each), x, ground - height - kBarLabel - 5);
            sheet_.draw(words(bar.label, label, each), x, ground + 3);
            x += each;
        }
        sheet_.rule(margin_, ground, width_, kThin);
        y_ = ground + kBarLabel + 8 + kBetween;
    }

    /// As many lines as fit, and how many are left.
    void drawList(const MonthPage::List& list)
    {
        const Style style{.size = 10.5, .lineBreak = Break::Anywhere, .leading = 1.2};
        const double last = foot() - 2 * kRowHeight;
        if (list.lines.empty() || y_ + kRowHeight > last) {
            return;
        }
        sheet_.draw(words(list.title, kHeading, width_), margin_, y_);
        y_ += 15;
        for (std::size_t i = 0; i < list.lines.size(); ++i) {
            const Paragraph line = words(list.lines[i], style, width_);
            if (y_ + line.height() > last) {
                const std::string left = std::to_string(list.lines.size() - i);
                sheet_.draw(words("and " + left + " more in the tables", kHeading, width_), margin_,
                            y_);
                y_ += kRowHeight;
                return;
            }
            sheet_.draw(line, margin_, y_);
            y_ += line.height() + 2;
        }
        y_ += kBetween / 2;
    }

    Sheet& sheet_;
    const MonthPage& month_;
    double margin_;
    double width_;
    double y_;
};

} // namespace

void drawMonthPage(Sheet& sheet, const MonthPage& month) { MonthPaper(sheet, month).draw(); }

} // namespace giftbox::typeset
