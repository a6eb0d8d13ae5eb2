#include "typeset/note_card.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace giftbox::typeset {

namespace {

constexpr std::array kSizes = {16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0};
/// Space for a signature above its line.
constexpr double kPenHeight = 30;
constexpr double kRuleThickness = 0.4;
constexpr double kColumnGap = 24;
constexpr double kMillimeter = 72 / 25.4;

/// Splits the wording at empty lines.
std::vector<std::string> paragraphsOf(const std::string& wording)
{
    std::vector<std::string> paragraphs{};
    std::string line;
    bool apart = true;
    for (std::size_t at = 0; at <= wording.size(); ++at) {
        if (at < wording.size() && wording[at] != '\n') {
            line += wording[at];
            continue;
        }
        if (line.find_first_not_of(' ') == std::string::npos) {
            apart = true;
        } else if (apart) {
            paragraphs.push_back(line);
            apart = false;
        } else {
            paragraphs.back() += "\n" + line;
        }
        line.clear();
    }
    return paragraphs;
}

/// Paragraphs one below the other.
struct Column {
    std::vector<Paragraph> paragraphs{};
    double gap = 0;

    double height() const
    {
        double sum = paragraphs.empty() ? 0 : gap * double(paragraphs.size() - 1);
        for (const Paragraph& one : paragraphs) {
            sum += one.height();
        }
        return sum;
    }
};

Column setWording(const Sheet& sheet, const NoteCard& card, double size, double width)
{
    Column column{.gap = size * 0.4};
    for (const std::string& text : paragraphsOf(card.wording)) {
        const bool greeting = column.paragraphs.empty();
        column.paragraphs.push_back(
            greeting ? sheet.set(text, {.size = size * 1.4, .face = Face::Italic}, width)
                     : sheet.set(text, {.size = size, .leading = 1.38}, width));
    }
    return column;
}

struct Signatures {
    std::vector<Paragraph> names{};
    double width = 0; ///< one line's
    std::size_t columns = 1;
    double rowHeight = 0;

    double height() const
    {
        const std::size_t rows = (names.size() + columns - 1) / columns;
        return rowHeight * double(rows);
    }
};

Signatures setSignatures(const Sheet& sheet, const NoteCard& card, double width)
{
    Signatures set{.columns = card.signers.size() > 1 ? std::size_t{2} : std::size_t{1}};
    set.width = (width - kColumnGap) / 2;
    for (const std::string& signer : card.signers) {
        set.names.push_back(sheet.set(
            signer, {.size = 9.5, .face = Face::Italic, .align = Align::Center, .leading = 1.15},
            set.width));
        set.rowHeight = std::max(set.rowHeight, kPenHeight + 3 + set.names.back().height());
    }
    return set;
}

void drawSignatures(Sheet& sheet, const Signatures& set, double left, double width, double top)
{
    for (std::size_t i = 0; i < set.names.size(); ++i) {
        const std::size_t row = i / set.columns;
        const bool last = i + 1 == set.names.size();
        const bool alone = last && i % set.columns == 0;
        const double x = alone ? left + (width - set.width) / 2
                               : left + double(i % set.columns) * (set.width + kColumnGap);
        const double y = top + double(row) * set.rowHeight + kPenHeight;
        sheet.rule(x, y, set.width, kRuleThickness);
        sheet.draw(set.names[i], x, y + 3);
    }
}

Paragraph setDiamond(const Sheet& sheet, double width)
{
    return sheet.set("\u25C6", {.size = 8, .align = Align::Center, .leading = 1}, width);
}

/// A diamond between two short rules.
void drawOrnament(Sheet& sheet, const Paragraph& diamond, double left, double width, double top)
{
    const double rule = width * 0.13;
    const double middle = left + width / 2;
    const double y = top + diamond.height() * 0.5;
    sheet.draw(diamond, left, top);
    sheet.rule(middle - 9 - rule, y, rule, kRuleThickness);
    sheet.rule(middle + 9, y, rule, kRuleThickness);
}

[[noreturn]] void refuseTooLong(double needed, double there)
{
    const auto millimeters = [](double points) {
        return std::to_string(std::lround(std::ceil(points / kMillimeter)));
    };
    throw Unprintable(Why::DoesNotFit, "the note needs " + millimeters(needed) +
                                           " mm of height at " +
                                           std::to_string(std::lround(kSizes.back())) +
                                           " pt, the smallest size, but there are only " +
                                           millimeters(there - kMillimeter) +
                                           " mm. Shorten the wording, or use a larger --size.");
}

/// The wording in the largest size that fits.
Column setLargest(const Sheet& sheet, const NoteCard& card, double width, double room)
{
    for (const double size : kSizes) {
        Column wording = setWording(sheet, card, size, width);
        if (wording.height() <= room) {
            return wording;
        }
        if (size == kSizes.back()) {
            refuseTooLong(wording.height(), room);
        }
    }
    return {};
}

} // namespace

void drawNoteCard(Sheet& sheet, const NoteCard& card)
{
    const double margin = std::min(sheet.width(), sheet.height()) / 10;
    const double width = sheet.width() - 2 * margin;
    const Paragraph store =
        sheet.set(card.store, {.size = 10.5, .align = Align::Center, .tracking = 0.09}, width);
    const Signatures signatures = setSignatures(sheet, card, width);
    const Paragraph diamond = setDiamond(sheet, width);
    const double top = margin + store.height() + 2;
    const double below = top + diamond.height() + 10;
    const double room = sheet.height() - margin - signatures.height() - below;
    // Nothing is drawn before everything is known to fit.
    const Column wording = setLargest(sheet, card, width, room);
    sheet.draw(store, margin, margin);
    drawOrnament(sheet, diamond, margin, width, top);
    double y = below + (room - wording.height()) * 0.4;
    for (const Paragraph& paragraph : wording.paragraphs) {
        sheet.draw(paragraph, margin, y);
        y += paragraph.height() + wording.gap;
    }
    drawSignatures(sheet, signatures, margin, width, sheet.height() - margin - signatures.height());
}

void drawMissingCard(Sheet& sheet, const std::string& reason)
{
    const double margin = std::min(sheet.width(), sheet.height()) / 10;
    const double width = sheet.width() - 2 * margin;
    const Style style{.size = 11, .align = Align::Center, .lineBreak = Break::Anywhere};
    double y = sheet.height() / 3;
    for (const std::string& text : {std::string("This note cannot be printed."), reason}) {
        const Paragraph paragraph = sheet.set(sheet.settable(text), style, width);
        sheet.draw(paragraph, margin, y);
        y += paragraph.height() + style.size;
    }
}

} // namespace giftbox::typeset
