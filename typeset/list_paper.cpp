#include "typeset/list_paper.h"

namespace giftbox::typeset {

namespace {

constexpr double kThinRule = 0.3;
constexpr double kGapOfFoot = 10;
constexpr double kFootHeight = 44;

} // namespace

ListPaper::ListPaper(Sheet& on) : sheet(on), margin(on.margin()), width(on.width() - 2 * margin) {}

double ListPaper::bottom() const { return sheet.height() - margin - kFootHeight; }

void ListPaper::drawTitle(const std::string& title, const std::string& number)
{
    const Style style{.size = 26, .face = Face::Italic};
    const Style right{.size = 26, .align = Align::Right};
    const double half = width / 2;
    const Paragraph words = sheet.set(title, style, half);
    sheet.draw(words, margin, margin);
    sheet.draw(sheet.set(number, right, half), margin + half, margin);
    y = margin + words.height() + 4;
    sheet.rule(margin, y, width, kThinRule);
    y += 12;
}

void ListPaper::drawFact(const std::string& label, const std::string& text)
{
    constexpr double kLabel = 72;
    const Paragraph words = sheet.set(
        text, {.size = 12.5, .lineBreak = Break::Anywhere, .leading = 1.2, .begins = Side::Left},
        width - kLabel);
    sheet.draw(sheet.set(label, {.size = 10, .face = Face::Italic}, kLabel), margin, y + 2.4);
    sheet.draw(words, margin + kLabel, y);
    y += words.height() + 2;
}

void ListPaper::drawFoot(const std::string& signedBy)
{
    const double at = sheet.height() - margin - 14;
    const Style style{.size = 9.5, .face = Face::Italic};
    Style right = style;
    right.align = Align::Right;
    const double half = width / 2 - kGapOfFoot;
    sheet.rule(margin, at - 1, half, kThinRule);
    sheet.draw(sheet.set(signedBy, style, half), margin, at);
    sheet.draw(sheet.set("page " + std::to_string(page), right, half), margin + width - half, at);
}

void ListPaper::beginPage()
{
    sheet.newPage();
    ++page;
}

} // namespace giftbox::typeset
