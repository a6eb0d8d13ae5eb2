#include "foundation/check.h"
#include "foundation/row_writer.h"
#include "foundation/sink_buffer.h"
#include "foundation/text.h"

#include <algorithm>

namespace giftbox::foundation {
namespace {

constexpr std::string_view kBetweenColumns = "  ";
constexpr std::string_view kRule = "\xE2\x94\x80"; // U+2500
constexpr std::string_view kBold = "\x1B[1m";
constexpr std::string_view kNormal = "\x1B[0m";

/// Columns are as wide as the widest cell of this many rows. Longer tables are written in parts of this size, so that
/// memory does not grow.
constexpr std::size_t kRowsTogether = 4096;

struct TableColumn {
    std::string title;
    bool toTheRight = false;
    std::size_t width = 0;
};

/// `-1234567.50` becomes `-1,234,567.50`.
std::string grouped(std::string amount)
{
    constexpr std::size_t kGroup = 3;
    const std::size_t first = amount.starts_with('-') ? 1 : 0;
    std::size_t at = std::min(amount.find('.'), amount.size());
    while (at > first + kGroup) {
        at -= kGroup;
        amount.insert(at, 1, ',');
    }
    return amount;
}

void trimEnd(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

class TableWriter final : public RowWriter {
public:
    TableWriter(Sink sink, const Currency& currency, Ink ink)
        : out_(std::move(sink)), currency_(currency), ink_(ink)
    {}

    void begin(std::span<const Column> columns) override
    {
        for (const Column& column : columns) {
            std::string title = printable(column.title);
            const std::size_t width = displayWidth(title);
            const bool toTheRight =
                column.type == ColumnType::Amount || column.type == ColumnType::Integer;
            columns_.push_back(
                {.title = std::move(title), .toTheRight = toTheRight, .width = width});
        }
    }
    void text(std::string_view value) override { add(printable(value)); }
    void code(std::string_view value) override { add(printable(value)); }
    void integer(std::int64_t value) override { add(std::to_string(value)); }
    void amount(Money value) override { add(grouped(toText(value, currency_))); }
    void date(Date value) override { add(toText(value)); }
    void month(Month value) override { add(toText(value)); }
    void empty() override { add({}); }
    void endRow() override
    {
        GIFTBOX_CHECK(cells_.size() % columns_.size() == 0);
        if (cells_.size() >= kRowsTogether * columns_.size()) {
            writeRows();
        }
    }
    void end() override
    {
        writeRows();
        out_.passOn();
    }

private:
    /// Writes the rows collected so far, under their titles the first time.
    void writeRows()
    {
        if (!titlesWritten_) {
            writeTitles();
            writeRule();
            titlesWritten_ = true;
        }
        for (std::size_t first = 0; first < cells_.size(); first += columns_.size()) {
            std::string line;
            for (std::size_t i = 0; i < columns_.size(); ++i) {
                appendCell(line, i, cells_[first + i]);
            }
            trimEnd(line);
            writeLine(line);
        }
        cells_.clear();
    }
    void add(std::string cell)
    {
        TableColumn& column = columns_[cells_.size() % columns_.size()];
        column.width = std::max(column.width, displayWidth(cell));
        cells_.push_back(std::move(cell));
    }
    void appendCell(std::string& line, std::size_t index, std::string_view cell) const
    {
        const TableColumn& column = columns_[index];
        const std::size_t blanks = column.width - displayWidth(cell);
        line += index > 0 ? kBetweenColumns : "";
        line.append(column.toTheRight ? blanks : 0, ' ');
        line += cell;
        line.append(column.toTheRight ? 0 : blanks, ' ');
    }
    void writeTitles()
    {
        std::string line;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            appendCell(line, i, columns_[i].title);
        }
        trimEnd(line);
        if (ink_ == Ink::Color) {
            line.insert(0, kBold);
            line += kNormal;
        }
        writeLine(line);
    }
    void writeRule()
    {
        std::string line;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            line += i > 0 ? kBetweenColumns : "";
            for (std::size_t width = 0; width < columns_[i].width; ++width) {
                line += kRule;
            }
        }
        writeLine(line);
    }
    void writeLine(std::string_view line)
    {
        out_.bytes() += line;
        out_.bytes() += '\n';
        out_.passOnWhenFull();
    }

    SinkBuffer out_;
    Currency currency_;
    Ink ink_;
    std::vector<TableColumn> columns_;
    std::vector<std::string> cells_; ///< row by row, for the rows not written yet
    bool titlesWritten_ = false;
};

} // namespace

std::unique_ptr<RowWriter> makeTableWriter(Sink sink, const Currency& currency, Ink ink)
{
    return std::make_unique<TableWriter>(std::move(sink), currency, ink);
}

} // namespace giftbox::foundation
