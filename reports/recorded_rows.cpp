#include "reports/recorded_rows.h"

#include <charconv>

namespace giftbox::reports {

using foundation::Column;
using foundation::ColumnType;

namespace {

/// Cells as `KIND LENGTH:BYTES`, one after another; `n`, `h` and `y` make a column, and `u` comes at the end.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}
    bool next()
    {
        if (rest_.empty()) {
            return false;
        }
        kind = rest_.front();
        const auto colon = rest_.find(':');
        std::size_t size = 0;
        std::from_chars(rest_.data() + 1, rest_.data() + colon, size);
        value = rest_.substr(colon + 1, size);
        rest_.remove_prefix(colon + 1 + size);
        return true;
    }
    std::int64_t number() const
    {
        std::int64_t result = 0;
        std::from_chars(value.data(), value.data() + value.size(), result);
        return result;
    }

    char kind = ' ';
    std::string_view value;

private:
    std::string_view rest_;
};

void writeCell(const Reader& cell, foundation::RowWriter& out)
{
    switch (cell.kind) {
    case 't':
        return out.text(cell.value);
    case 'c':
        return out.code(cell.value);
    case 'i':
        return out.integer(cell.number());
    case 'a':
        return out.amount({cell.number()});
    case 'd':
        return out.date(foundation::Date(static_cast<std::int32_t>(cell.number())));
    case 'm':
        return out.month(foundation::Month(static_cast<std::int32_t>(cell.number())));
    case 'e':
        return out.empty();
    default:
        return out.endRow();
    }
}

} // namespace

void RecordedRows::append(char kind, std::string_view value)
{
    text_ += kind;
    text_ += std::to_string(value.size());
    text_ += ':';
    text_ += value;
}

void RecordedRows::begin(std::span<const Column> columns)
{
    for (const Column& column : columns) {
        append('n', column.name);
        append('h', column.title);
        append('y', std::to_string(static_cast<int>(column.type)));
    }
    append('b', "");
}

void RecordedRows::replay(foundation::RowWriter& out) const
{
    std::vector<Column> columns;
    Reader reader(text_);
    while (reader.next()) {
        switch (reader.kind) {
        case 'n':
            columns.push_back({std::string(reader.value), "", ColumnType::Text});
            break;
        case 'h':
            columns.back().title = reader.value;
            break;
        case 'y':
            columns.back().type = static_cast<ColumnType>(reader.number());
            break;
        case 'b':
            out.begin(columns);
            break;
        case kUnchanged:
            break;
        default:
            writeCell(reader, out);
        }
    }
    out.end();
}

} // namespace giftbox::reports
