#include "reports/cells.h"

#include <chrono>

namespace giftbox::reports {

using foundation::RowWriter;

namespace {

std::chrono::sys_days calendarDay(foundation::Date day)
{
    const int number = day.number();
    return std::chrono::year(number / 10000) /
           std::chrono::month(static_cast<unsigned>(number / 100 % 100)) /
           std::chrono::day(static_cast<unsigned>(number % 100));
}

} // namespace

std::int64_t daysBetween(foundation::Date from, foundation::Date to)
{
    return (calendarDay(to) - calendarDay(from)).count();
}

void amountOrEmpty(RowWriter& out, const std::optional<foundation::Money>& amount)
{
    amount ? out.amount(*amount) : out.empty();
}

void integerOrEmpty(RowWriter& out, const std::optional<std::int64_t>& value)
{
    value ? out.integer(*value) : out.empty();
}

void dateOrEmpty(RowWriter& out, const std::optional<foundation::Date>& day)
{
    day ? out.date(*day) : out.empty();
}

void textOrEmpty(RowWriter& out, const std::optional<std::string_view>& text)
{
    text ? out.text(*text) : out.empty();
}

void writeRecipient(const std::string& code, const std::string& name, RowWriter& out)
{
    out.personal(foundation::Personal::Code, code);
    out.personal(foundation::Personal::Name, name);
}

void wordsOrEmpty(RowWriter& out, std::string_view words)
{
    words.empty() ? out.empty() : out.personal(foundation::Personal::Words, words);
}

void sentenceOrEmpty(RowWriter& out, const std::string& sentence)
{
    sentence.empty() ? out.empty() : out.text(sentence);
}

} // namespace giftbox::reports
