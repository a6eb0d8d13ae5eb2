#include "cli/record_writer.h"

#include "foundation/text.h"

#include <algorithm>

namespace giftbox::cli {
namespace {

using foundation::Column;

class RecordWriter final : public foundation::RowWriter {
public:
    RecordWriter(foundation::Sink sink, foundation::Currency currency, bool isTitled)
        : sink_(std::move(sink)), currency_(std::move(currency)), isTitled_(isTitled)
    {}

    void begin(std::span<const Column> columns) override
    {
        columns_.assign(columns.begin(), columns.end());
        for (const Column& column : columns_) {
            width_ = std::max(width_, foundation::displayWidth(column.title));
        }
    }
    void text(std::string_view value) override { line(foundation::printable(value)); }
    void code(std::string_view value) override { line(foundation::printable(value)); }
    void integer(std::int64_t value) override { line(std::to_string(value)); }
    void amount(foundation::Money value) override
    {
        line(toText(value, currency_) + " " + currency_.code);
    }
    void date(foundation::Date value) override { line(toText(value)); }
    void month(foundation::Month value) override { line(toText(value)); }
    void empty() override { ++at_; }
    void endRow() override
    {
        at_ = 0;
        ++rows_;
    }
    void end() override {}

private:
    void line(const std::string& value)
    {
        if (isTitled_ && at_ == 0 && rows_ > 0) {
            sink_("\n");
        }
        const std::string& title = columns_[at_++].title;
        if (!value.empty()) {
            const auto blanks = width_ - foundation::displayWidth(title) + 2;
            sink_((isTitled_ ? title + std::string(blanks, ' ') : "") + value + "\n");
        }
    }

    foundation::Sink sink_;
    foundation::Currency currency_;
    bool isTitled_;
    std::vector<Column> columns_;
    std::size_t width_ = 0;
    std::size_t at_ = 0;
    std::size_t rows_ = 0;
};

} // namespace

std::unique_ptr<foundation::RowWriter> makeRecordWriter(foundation::Sink sink,
                                                        const foundation::Currency& currency)
{
    return std::make_unique<RecordWriter>(std::move(sink), currency, true);
}

std::unique_ptr<foundation::RowWriter> makeLineWriter(foundation::Sink sink)
{
    return std::make_unique<RecordWriter>(std::move(sink), foundation::Currency{}, false);
}

} // namespace giftbox::cli
