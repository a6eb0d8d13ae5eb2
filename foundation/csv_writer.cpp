#include "foundation/check.h"
#include "foundation/csv.h"
#include "foundation/row_writer.h"
#include "foundation/sink_buffer.h"

#include <algorithm>

namespace giftbox::foundation {
namespace {

class CsvWriter final : public RowWriter {
public:
    CsvWriter(Sink sink, const Currency& currency, Guard guard, CsvMarks marks)
        : out_(std::move(sink)), currency_(currency), guard_(guard), marks_(marks)
    {}

    void begin(std::span<const Column> columns) override
    {
        columns_ = columns.size();
        for (const Column& column : columns) {
            code(column.name);
        }
        endRow();
    }
    void text(std::string_view value) override
    {
        if (guard_ == Guard::On) {
            code(guarded(value));
        } else {
            code(value);
        }
    }
    void code(std::string_view value) override
    {
        if (value.empty()) {
            empty();
            return;
        }
        appendCsvCell(nextCell(), value, marks_.separator);
    }
    void integer(std::int64_t value) override
    {
        nextCell();
        out_.appendInteger(value);
    }
    void amount(Money value) override
    {
        std::string text = toText(value, currency_);
        std::ranges::replace(text, '.', marks_.decimalMark);
        code(text);
    }
    void date(Date value) override { nextCell() += toText(value); }
    void month(Month value) override { nextCell() += toText(value); }
    void empty() override
    {
        std::string& bytes = nextCell();
        if (columns_ == 1) {
            bytes += "\"\""; // a reader would skip an empty line
        }
    }
    void endRow() override
    {
        GIFTBOX_CHECK(cellsOfRow_ == columns_);
        cellsOfRow_ = 0;
        out_.bytes() += "\r\n";
        out_.passOnWhenFull();
    }
    void end() override { out_.passOn(); }

private:
    std::string& nextCell()
    {
        if (cellsOfRow_++ > 0) {
            out_.bytes() += marks_.separator;
        }
        return out_.bytes();
    }

    SinkBuffer out_;
    Currency currency_;
    Guard guard_;
    CsvMarks marks_;
    std::size_t columns_ = 0;
    std::size_t cellsOfRow_ = 0;
};

} // namespace

std::unique_ptr<RowWriter> makeCsvWriter(Sink sink, const Currency& currency, Guard guard,
                                         CsvMarks marks)
{
    return std::make_unique<CsvWriter>(std::move(sink), currency, guard, marks);
}

} // namespace giftbox::foundation
