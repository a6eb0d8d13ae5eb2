#include "web/ui/table_writer.h"

#include "web/ui/shown_detail.h"

namespace giftbox::web {

using foundation::ColumnType;

void TableWriter::begin(std::span<const foundation::Column> columns)
{
    std::vector<Heading> headings;
    for (const foundation::Column& column : columns) {
        columns_.push_back(column);
        headings.push_back(
            {.title = column.title,
             .isNumber = column.type == ColumnType::Integer || column.type == ColumnType::Amount});
    }
    table_.emplace(std::move(headings), format_);
}

void TableWriter::word(std::string_view value, std::string shown)
{
    table_->text(std::move(shown)).leadingTo(addressOf_(columns_.at(at_++).name, value));
}

void TableWriter::sentences(const std::vector<foundation::Sentence>& value)
{
    word("", textOf(value, format_));
}

void TableWriter::code(std::string_view value)
{
    // Days go through date(), so this is a time.
    word(value, columns_.at(at_).type == ColumnType::Date
                    ? format_.shownMoment(value)
                    : shownSubject(format_, std::string(value)));
}

void TableWriter::date(foundation::Date value)
{
    table_->day(value).leadingTo(addressOf_(columns_.at(at_++).name, toText(value)));
}

void TableWriter::month(foundation::Month value)
{
    table_->month(value).leadingTo(addressOf_(columns_.at(at_++).name, toText(value)));
}

void TableWriter::integer(std::int64_t value)
{
    ++at_;
    table_->number(value);
}

void TableWriter::amount(foundation::Money value)
{
    ++at_;
    table_->amount(value);
}

void TableWriter::empty()
{
    ++at_;
    table_->text("");
}

void TableWriter::endRow()
{
    at_ = 0;
    table_->endRow();
}

std::vector<View> TableWriter::views(const std::string& empty) const
{
    return table_->views(empty);
}

} // namespace giftbox::web
