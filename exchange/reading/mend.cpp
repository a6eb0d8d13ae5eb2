#include "exchange/reading/mend.h"

#include "exchange/reading/read_table.h"
#include "foundation/csv.h"

namespace giftbox::exchange {

std::string rowsToMend(std::string_view bytes, const ReadFields& fields, const Answers& answers,
                       const std::set<std::int64_t>& lines)
{
    const std::string text = decoded(bytes, answers.encoding.value_or(recognizeEncoding(bytes)));
    const char separator = answers.separator.value_or(recognizeSeparator(text));
    const std::int64_t header = headerOf(text, separator, fields).line;
    std::string file(foundation::kByteOrderMark);
    visitRows(text, separator, [&](const TableRow& row) {
        if (row.line != header && !lines.contains(row.line)) {
            return true;
        }
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            file += at > 0 ? "," : "";
            foundation::appendCsvCell(file, row.cells[at]);
        }
        file += "\r\n";
        return true;
    });
    return file;
}

} // namespace giftbox::exchange
