#include "exchange/reading/read_table.h"
#include "foundation/refusal.h"

#include <cstdlib>

using namespace giftbox::exchange;

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

const ReadFields& fields()
{
    static const ReadFields all = {
        .fields = {{.name = "sku", .title = "SKU", .holds = Holds::Code, .isNeeded = true},
                   {.name = "name", .title = "Name", .also = {"first+last"}},
                   {.name = "units", .title = "Units", .holds = Holds::Whole, .also = {"qty"}},
                   {.name = "total", .title = "Total", .holds = Holds::Amount},
                   {.name = "each", .title = "Each", .holds = Holds::Amount, .also = {"price"}},
                   {.name = "day", .title = "Day", .holds = Holds::Date, .isNeeded = true},
                   {.name = "new", .title = "New", .holds = Holds::Mark}},
        .codeFrom = "name",
        .total = "total",
        .each = "each",
        .units = "units",
        .isOfPeople = true};
    return all;
}

} // namespace

/// Any bytes are read, or refused. What is read is well formed, and each row begins at a line of its own.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    try {
        const Reading reading = readTable(bytes, "fuzz", fields(), {}, {});
        std::int64_t line = 0;
        std::size_t width = 0;
        visitRows(reading.text, ',', [&](const TableRow& row) {
            require(row.line > line);
            line = row.line;
            width = width == 0 ? row.cells.size() : width;
            require(row.fault || row.cells.size() == width);
            return true;
        });
        const Reading again = readTable(bytes, "fuzz", fields(), reading.used, {});
        require(again.text == reading.text);
        (void)isOwnTable(bytes, fields());
    } catch (const giftbox::foundation::Refusal&) { // has no table
    }
    return 0;
}
