#include "exchange/workbook/sheet.h"
#include "exchange/workbook/workbook.h"

#include "foundation/csv.h"

#include <cstdlib>
#include <sstream>

using namespace giftbox::exchange;

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

/// Each row is on a line of its own, and well formed.
void requireRows(const std::string& csv)
{
    std::istringstream in(csv);
    giftbox::foundation::CsvReader reader(in, "fuzz");
    std::int64_t line = 0;
    while (reader.next()) {
        require(reader.line() > line);
        line = reader.line();
        if (reader.problem()) { // a cell may be longer than CSV allows
            require(reader.problem()->sentence.find("bytes") != std::string::npos);
        }
    }
}

} // namespace

/// A workbook, or its parts as XML: read, or an error with a sentence, and never anything else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try {
        if (bytes.starts_with("PK")) {
            requireRows(csvOfWorkbook(bytes));
            return 0;
        }
        SheetParts parts;
        parts.strings = sharedStrings(bytes);
        parts.dates = dateStyles(bytes);
        requireRows(csvOfSheet(bytes, parts));
    } catch (const WorkbookError&) {
    }
    return 0;
}
