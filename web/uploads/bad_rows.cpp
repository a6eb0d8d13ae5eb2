#include "web/uploads/bad_rows.h"

#include "foundation/csv.h"

#include <charconv>
#include <sstream>

namespace giftbox::web {
namespace {

constexpr std::size_t kMostReasonBytes = 4096;

} // namespace

std::string shownReason(const BadRow& row)
{
    const std::string& reason = row.sentence;
    if (reason.size() <= kMostReasonBytes) {
        return reason;
    }
    std::size_t end = kMostReasonBytes;
    while ((static_cast<unsigned char>(reason[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return reason.substr(0, end) + "…";
}

BadRows::BadRows(std::span<const BadRow> rows) : count_(rows.size())
{
    std::string text;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % kOnAPage == 0) {
            rows_.append(text);
            text.clear();
            pages_.push_back(rows_.size());
        }
        foundation::appendCsvCell(text, rows[i].file);
        text += ',' + std::to_string(rows[i].line) + ',';
        foundation::appendCsvCell(text, rows[i].column);
        text += ',';
        foundation::appendCsvCell(text, shownReason(rows[i]));
        text += '\n';
    }
    rows_.append(text);
}

void BadRows::visitPage(std::size_t page, const std::function<void(const BadRow&)>& context) const
{
    const std::uint64_t begin = pages_[page];
    const std::uint64_t end = page + 1 < pages_.size() ? pages_[page + 1] : rows_.size();
    std::istringstream text(rows_.read(begin, static_cast<std::size_t>(end - begin)));
    foundation::CsvReader reader(text, "bad rows");
    while (reader.next()) {
        const std::string_view line = reader.cell(1);
        BadRow row{.file = std::string(reader.cell(0)),
                   .line = 0,
                   .column = std::string(reader.cell(2)),
                   .sentence = std::string(reader.cell(3))};
        std::from_chars(line.data(), line.data() + line.size(), row.line);
        context(row);
    }
}

} // namespace giftbox::web
