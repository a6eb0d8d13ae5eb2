#include "web/bad_rows.h"

#include "foundation/csv.h"
#include "web/shown_sentence.h"

#include <algorithm>
#include <sstream>

namespace giftbox::web {
namespace {

constexpr std::size_t kMostReasonBytes = 4096;

std::string_view takeUntil(std::string_view& text, std::string_view end)
{
    const auto at = std::min(text.find(end), text.size());
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(std::min(at + end.size(), text.size()));
    return taken;
}

/// A reason can hold a cell of the file, which may be long.
std::string cut(std::string_view text)
{
    if (text.size() <= kMostReasonBytes) {
        return std::string(text);
    }
    std::size_t end = kMostReasonBytes;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return std::string(text.substr(0, end)) + "…";
}

/// The longest name that the place begins with.
std::string_view fileOf(std::string_view place, std::span<const std::string> names)
{
    std::string_view found;
    for (const std::string& name : names) {
        if (name.size() >= found.size() && place.starts_with(name + ":")) {
            found = name;
        }
    }
    return found;
}

} // namespace

BadRow badRowOf(std::string_view place, std::span<const std::string> fileNames)
{
    BadRow row;
    const std::string_view file = fileOf(place, fileNames);
    row.file = fileNames.size() > 1 ? file : "";
    place.remove_prefix(std::min(file.size() + 1, place.size()));
    row.line = takeUntil(place, ": ");
    // A column that is not known is quoted, and may have anything in it.
    const bool isQuoted = place.starts_with('"') && place.find("\": ") != std::string_view::npos;
    row.column = takeUntil(place, isQuoted ? "\": " : ": ");
    row.column += isQuoted ? "\"" : "";
    row.reason = cut(shownSentence(place));
    return row;
}

BadRows::BadRows(std::span<const std::string> places, std::span<const std::string> fileNames)
    : count_(places.size())
{
    std::string text;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i % kOnAPage == 0) {
            rows_.append(text);
            text.clear();
            pages_.push_back(rows_.size());
        }
        const BadRow row = badRowOf(places[i], fileNames);
        foundation::appendCsvCell(text, row.file);
        text += ',';
        foundation::appendCsvCell(text, row.line);
        text += ',';
        foundation::appendCsvCell(text, row.column);
        text += ',';
        foundation::appendCsvCell(text, row.reason);
        text += '\n';
    }
    rows_.append(text);
}

void BadRows::visitPage(std::size_t page, const std::function<void(const BadRow&)>& visit) const
{
    const std::uint64_t begin = pages_[page];
    const std::uint64_t end = page + 1 < pages_.size() ? pages_[page + 1] : rows_.size();
    std::istringstream text(rows_.read(begin, static_cast<std::size_t>(end - begin)));
    foundation::CsvReader reader(text, "bad rows");
    while (reader.next()) {
        visit({.file = std::string(reader.cell(0)),
               .line = std::string(reader.cell(1)),
               .column = std::string(reader.cell(2)),
               .reason = std::string(reader.cell(3))});
    }
}

} // namespace giftbox::web
