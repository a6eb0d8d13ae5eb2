#include "foundation/date.h"

#include "foundation/check.h"
#include "foundation/refusal.h"
#include "foundation/text.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <ostream>

namespace giftbox::foundation {
namespace {

constexpr std::int32_t kFirstYear = 1900;
constexpr std::int32_t kLastYear = 9999;

bool isYear(std::int32_t year) { return year >= kFirstYear && year <= kLastYear; }

bool isMonthOfYear(std::int32_t month) { return month >= 1 && month <= 12; }

/// Requires a valid month.
std::int32_t daysIn(std::int32_t year, std::int32_t month)
{
    const std::chrono::year_month_day_last last{
        std::chrono::year{year},
        std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
    return static_cast<std::int32_t>(static_cast<unsigned>(last.day()));
}

bool isMonth(std::int32_t yyyymm) { return isYear(yyyymm / 100) && isMonthOfYear(yyyymm % 100); }

bool isDate(std::int32_t yyyymmdd)
{
    const std::int32_t yyyymm = yyyymmdd / 100;
    const std::int32_t day = yyyymmdd % 100;
    return isMonth(yyyymm) && day >= 1 && day <= daysIn(yyyymm / 100, yyyymm % 100);
}

/// Nothing unless every character is an ASCII digit.
std::optional<std::int32_t> numberIn(std::string_view text)
{
    std::int32_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        number = number * 10 + (c - '0');
    }
    return number;
}

void appendDigits(std::string& out, std::int64_t number, std::size_t width)
{
    const std::string digits = std::to_string(number);
    out.append(width - std::min(width, digits.size()), '0');
    out += digits;
}

std::string yearFault()
{
    return "the year must be from " + std::to_string(kFirstYear) + " to " +
           std::to_string(kLastYear);
}

/// The fault of the date, or nothing, and then `number` is valid.
struct Reading {
    std::int32_t number = 0;
    std::string fault{};
};

Reading readMonth(std::string_view text)
{
    constexpr std::size_t kLength = 7;
    const auto year =
        text.size() == kLength && text[4] == '-' ? numberIn(text.substr(0, 4)) : std::nullopt;
    const auto month = year ? numberIn(text.substr(5)) : std::nullopt;
    if (!month) {
        return {.fault = "it is written differently"};
    }
    if (!isYear(*year)) {
        return {.fault = yearFault()};
    }
    if (!isMonthOfYear(*month)) {
        return {.fault = "there is no month " + std::string(text.substr(5))};
    }
    return {.number = *year * 100 + *month};
}

Reading readDate(std::string_view text)
{
    constexpr std::size_t kLength = 10;
    const auto day =
        text.size() == kLength && text[7] == '-' ? numberIn(text.substr(8)) : std::nullopt;
    if (!day) {
        return {.fault = "it is written differently"};
    }
    Reading month = readMonth(text.substr(0, 7));
    if (!month.fault.empty()) {
        return month;
    }
    const std::int32_t days = daysIn(month.number / 100, month.number % 100);
    if (*day < 1 || *day > days) {
        return {.fault =
                    toText(Month(month.number)) + " has only " + std::to_string(days) + " days"};
    }
    return {.number = month.number * 100 + *day};
}

} // namespace

Month::Month(std::int32_t yyyymm) : yyyymm_(yyyymm) { GIFTBOX_CHECK(isMonth(yyyymm)); }

Date Month::firstDay() const { return Date(yyyymm_ * 100 + 1); }

Date Month::lastDay() const { return Date(yyyymm_ * 100 + daysIn(yyyymm_ / 100, yyyymm_ % 100)); }

Month Month::next() const { return Month(yyyymm_ % 100 == 12 ? yyyymm_ + 100 - 11 : yyyymm_ + 1); }

Month Month::previous() const
{
    return Month(yyyymm_ % 100 == 1 ? yyyymm_ - 100 + 11 : yyyymm_ - 1);
}

Date::Date(std::int32_t yyyymmdd) : yyyymmdd_(yyyymmdd) { GIFTBOX_CHECK(isDate(yyyymmdd)); }

Month Date::month() const { return Month(yyyymmdd_ / 100); }

Date parseDate(std::string_view text)
{
    const Reading reading = readDate(text);
    if (!reading.fault.empty()) {
        throw Refusal("date.malformed", {{"text", text}, {"fault", reading.fault}});
    }
    return Date(reading.number);
}

Month parseMonth(std::string_view text)
{
    const Reading reading = readMonth(text);
    if (!reading.fault.empty()) {
        throw Refusal("month.malformed", {{"text", text}, {"fault", reading.fault}});
    }
    return Month(reading.number);
}

Instant parseInstant(std::string_view text)
{
    using namespace std::chrono;
    constexpr std::size_t kDayLength = 10;
    constexpr std::size_t kLength = 20;
    const auto digits = [&](std::size_t at) { return numberIn(text.substr(at, 2)); };
    const bool isShaped = text.size() == kLength && text[10] == 'T' && text[13] == ':' &&
                          text[16] == ':' && text[19] == 'Z';
    const auto hour = isShaped ? digits(11) : std::nullopt;
    const auto minute = isShaped ? digits(14) : std::nullopt;
    const auto second = isShaped ? digits(17) : std::nullopt;
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) {
        throw Refusal("date.malformed/moment", {{"text", text}});
    }
    const std::int32_t date = parseDate(text.substr(0, kDayLength)).number();
    const sys_days day = year{date / 10000} / (date / 100 % 100) / (date % 100);
    const auto moment = day + hours{*hour} + minutes{*minute} + seconds{*second};
    return {duration_cast<milliseconds>(moment.time_since_epoch()).count()};
}

std::int64_t monthsBetween(Month from, Month to)
{
    const auto count = [](Month month) {
        return std::int64_t{month.number()} / 100 * 12 + month.number() % 100;
    };
    return count(to) - count(from);
}

Date monthsBefore(Date date, std::int32_t months)
{
    Month month = date.month();
    for (std::int32_t i = 0; i < months && month > Month(); ++i) {
        month = month.previous();
    }
    return Date(month.number() * 100 +
                std::min(date.number() % 100, month.lastDay().number() % 100));
}

std::string toText(Date date)
{
    std::string text = toText(date.month());
    text += '-';
    appendDigits(text, date.number() % 100, 2);
    return text;
}

std::string toText(Month month)
{
    std::string text;
    appendDigits(text, month.number() / 100, 4);
    text += '-';
    appendDigits(text, month.number() % 100, 2);
    return text;
}

std::string toText(Instant instant)
{
    using namespace std::chrono;
    const sys_time<milliseconds> moment{milliseconds{instant.unixMs}};
    const auto day = floor<days>(moment);
    const year_month_day date{day};
    const hh_mm_ss time{floor<seconds>(moment - day)};
    GIFTBOX_CHECK(date.year() >= year{0} && date.year() <= year{kLastYear});

    std::string text;
    appendDigits(text, static_cast<int>(date.year()), 4);
    text += '-';
    appendDigits(text, static_cast<unsigned>(date.month()), 2);
    text += '-';
    appendDigits(text, static_cast<unsigned>(date.day()), 2);
    text += 'T';
    appendDigits(text, time.hours().count(), 2);
    text += ':';
    appendDigits(text, time.minutes().count(), 2);
    text += ':';
    appendDigits(text, time.seconds().count(), 2);
    text += 'Z';
    return text;
}

Figure figureOf(Date date)
{
    return {
        .kind = Figure::Kind::Day, .text = toText(date), .number = date.number(), .sentences = {}};
}

Figure figureOf(Month month)
{
    return {.kind = Figure::Kind::Month,
            .text = toText(month),
            .number = month.number(),
            .sentences = {}};
}

Figure figureOf(Instant instant)
{
    return {.kind = Figure::Kind::Moment,
            .text = toText(instant),
            .number = instant.unixMs,
            .sentences = {}};
}

std::ostream& operator<<(std::ostream& out, Date date) { return out << toText(date); }

std::ostream& operator<<(std::ostream& out, Month month) { return out << toText(month); }

} // namespace giftbox::foundation
