#include "web/ui/table_writer.h"

#include "web/ui/shown_detail.h"

namespace giftbox::web {

using foundation::ColumnType;

namespace {

/// Columns whose codes people have words for.
bool isKind(std::string_view column)
{
    return column == "kind" || column == "source" || column == "period" || column == "stage" ||
           column == "action";
}

} // namespace

void TableWriter::begin(std::span<const foundation::Column> columns)
{
    std::vector<Heading> headings;
    for (const foundation::Column& column : columns) {
        columns_.push_back(column);
        headings.push_back(
            {.title = column.title,
             .isNumber = column.type == ColumnType::Integer || column.type == ColumnType::Amount});
    }
    sums_.resize(columns_.size());
    table_.emplace(std::move(headings), format_);
}

void TableWriter::word(std::string_view value, std::string shown)
{
    table_->text(std::move(shown)).leadingTo(addressOf_(columns_.at(at_++).name, value));
}

void TableWriter::text(std::string_view value)
{
    const std::string& name = columns_.at(at_).name;
    word(value, name == "detail"    ? shownDetail(format_, value)
                : name == "subject" ? shownSubject(format_, std::string(value))
                                    : std::string(value));
}

void TableWriter::sentences(const std::vector<foundation::Sentence>& value)
{
    word("", textOf(value, format_));
}

void TableWriter::code(std::string_view value)
{
    const foundation::Column& column = columns_.at(at_);
    // Days go through date(), so this is a time.
    word(value, column.type == ColumnType::Date ? format_.shownMoment(value)
                : isKind(column.name)           ? shownKind(value)
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
    sums_.at(at_++) += value;
    table_->number(value);
}

void TableWriter::amount(foundation::Money value)
{
    sums_.at(at_++) += value.minor;
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

void TableWriter::total(std::string_view names)
{
    if (!table_ || table_->isEmpty()) {
        return;
    }
    const std::string summed = "|" + std::string(names) + "|";
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const bool isSummed = summed.find("|" + columns_[i].name + "|") != std::string::npos;
        if (!isSummed) {
            table_->text(i == 0 ? "Total" : "");
        } else if (columns_[i].type == ColumnType::Amount) {
            table_->amount(foundation::Money{sums_[i]});
        } else {
            table_->number(sums_[i]);
        }
    }
    table_->endTotals();
}

std::vector<View> TableWriter::views(const std::string& empty) const
{
    return table_->views(empty);
}

} // namespace giftbox::web
