#include "exchange/reading/table.h"

#include "foundation/csv.h"
#include "foundation/text.h"

#include <algorithm>
#include <array>
#include <istream>
#include <map>
#include <streambuf>

namespace giftbox::exchange {

namespace {

constexpr std::array<std::string_view, 4> kSeparatorNames = {"comma", "semicolon", "tab", "pipe"};
/// Rows that are enough to recognize something.
constexpr std::size_t kFirstRows = 100;

/// Text as a stream, without a copy.
class TextBuffer : public std::streambuf {
public:
    explicit TextBuffer(std::string_view text)
    {
        char* const begin = const_cast<char*>(text.data());
        setg(begin, begin, begin + text.size());
    }
};

/// The share of the first rows, in thousandths, that have the most frequent number of cells, and that number.
std::pair<std::size_t, std::size_t> widthOf(std::string_view text, char separator)
{
    std::map<std::size_t, std::size_t> rowsOfWidth;
    std::size_t rows = 0;
    visitRows(text, separator, [&](const TableRow& row) {
        rowsOfWidth[row.fault ? 0 : row.cells.size()] += 1;
        return ++rows < kFirstRows;
    });
    constexpr std::size_t kThousand = 1000;
    std::pair<std::size_t, std::size_t> best{0, 0};
    for (const auto& [width, count] : rowsOfWidth) {
        const std::size_t share = count * kThousand / rows;
        if (width > 1 && share >= best.first) {
            best = {share, width};
        }
    }
    return best;
}

} // namespace

bool TableRow::isBlank() const
{
    return !fault && std::ranges::all_of(cells, [](const auto& cell) { return cell.empty(); });
}

std::string_view nameOfSeparator(char separator)
{
    return kSeparatorNames[std::min(kSeparators.find(separator), kSeparatorNames.size() - 1)];
}

std::optional<char> separatorNamed(std::string_view name)
{
    const auto found = std::ranges::find(kSeparatorNames, name);
    return found == kSeparatorNames.end()
               ? std::nullopt
               : std::optional(
                     kSeparators[static_cast<std::size_t>(found - kSeparatorNames.begin())]);
}

void visitRows(std::string_view text, char separator, const std::function<bool(TableRow&)>& visit)
{
    TextBuffer buffer(text);
    std::istream in(&buffer);
    foundation::CsvReader reader(in, "", separator);
    TableRow row;
    while (reader.next()) {
        row.line = reader.line();
        row.cells.clear();
        row.fault.reset();
        if (reader.problem()) {
            row.fault = {reader.problem()->column, reader.problem()->sentence};
        }
        for (std::size_t at = 0; at < reader.size(); ++at) {
            row.cells.emplace_back(foundation::trimmed(reader.cell(at)));
        }
        if (!visit(row)) {
            return;
        }
    }
}

char recognizeSeparator(std::string_view text)
{
    char best = kSeparators.front();
    std::pair<std::size_t, std::size_t> most{0, 0};
    for (const char separator : kSeparators) {
        const auto width = widthOf(text, separator);
        if (width > most) {
            most = width;
            best = separator;
        }
    }
    return best;
}

} // namespace giftbox::exchange
