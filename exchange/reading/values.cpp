#include "exchange/reading/values.h"

#include "foundation/fold.h"
#include "foundation/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace giftbox::exchange {

namespace {

constexpr std::array<std::string_view, 3> kOrders = {"ymd", "mdy", "dmy"};

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool areDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

/// A blank or another sign that groups digits.
constexpr char kGap = ' ';

/// A number taken apart: its digits with the marks between them.
struct Bare {
    bool isNegative = false;
    std::string digits;
};

bool isLetterOfCurrency(char c) { return c >= 'A' && c <= 'Z'; }

/// Removes signs of currency, blanks (also those that do not break), apostrophes that group, and the sign.
std::optional<Bare> bareNumber(std::string_view cell)
{
    static constexpr std::array<std::string_view, 12> kDropped = {"$",
                                                                  "\xC2\xA3",
                                                                  "\xE2\x82\xAC",
                                                                  "\xC2\xA5",
                                                                  "\xC2\xA0",
                                                                  "\xE2\x80\xAF",
                                                                  "'",
                                                                  "\xE2\x80\x99",
                                                                  " ",
                                                                  "\xE2\x82\xB9",
                                                                  "\xE2\x82\xA9",
                                                                  "\xC2\xA2"};
    Bare bare;
    cell = foundation::trimmed(cell);
    const bool isInBrackets = cell.size() > 2 && cell.front() == '(' && cell.back() == ')';
    if (isInBrackets) {
        cell = cell.substr(1, cell.size() - 2);
    }
    bare.isNegative = isInBrackets;
    std::size_t letters = 0;
    while (!cell.empty()) {
        const auto dropped = std::ranges::find_if(
            kDropped, [&](std::string_view sign) { return cell.starts_with(sign); });
        if (dropped != kDropped.end()) {
            cell.remove_prefix(dropped->size());
            if (!bare.digits.empty() && !cell.empty() && isDigit(cell.front())) {
                bare.digits += kGap;
            }
            continue;
        }
        const char c = cell.front();
        cell.remove_prefix(1);
        if (isDigit(c) || c == '.' || c == ',') {
            bare.digits += c;
        } else if (c == '-' && !bare.isNegative &&
                   (bare.digits.empty() || foundation::trimmed(cell).empty())) {
            bare.isNegative = true;
        } else if (isLetterOfCurrency(c) && ++letters <= 3 &&
                   (bare.digits.empty() ||
                    cell.find_first_of("0123456789") == std::string_view::npos)) {
            continue;
        } else if (c != '+' || !bare.digits.empty()) {
            return std::nullopt;
        }
    }
    const bool hasDigit = std::ranges::any_of(bare.digits, isDigit);
    return hasDigit && (letters == 0 || letters == 3) ? std::optional(bare) : std::nullopt;
}

/// Whether groups of thousands are well formed before `end`.
bool areGroups(std::string_view digits, char mark)
{
    std::size_t at = digits.find(mark);
    if (at == std::string_view::npos) {
        return true;
    }
    if (at == 0 || at > 3) {
        return false;
    }
    while (at < digits.size()) {
        const std::size_t next = std::min(digits.find(mark, at + 1), digits.size());
        const std::size_t length = next - at - 1;
        if (length != 3 && !(length == 2 && next < digits.size())) { // India groups by two
            return false;
        }
        at = next;
    }
    return true;
}

struct DateParts {
    std::array<std::string_view, 3> parts;
    int namedMonth = 0; ///< in the second part, if it is a name
    std::size_t namedAt = 0;
};

int monthNamed(std::string_view word)
{
    static constexpr std::array<std::string_view, 12> kMonths = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    if (word.size() < 3) {
        return 0;
    }
    const std::string name = foundation::folded(word).substr(0, 3);
    const auto found = std::ranges::find(kMonths, name);
    return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin()) + 1;
}

/// The three parts of a date, with a time of day dropped.
std::optional<DateParts> partsOfDate(std::string_view cell)
{
    cell = foundation::trimmed(cell);
    DateParts date;
    std::size_t count = 0;
    while (count < 3) {
        const std::size_t end = std::min(cell.find_first_of("-/., T"), cell.size());
        const std::string_view part = cell.substr(0, end);
        if (!areDigits(part) && (monthNamed(part) == 0 || date.namedMonth != 0 || count > 1)) {
            return std::nullopt;
        }
        if (!areDigits(part)) {
            date.namedMonth = monthNamed(part);
            date.namedAt = count;
        }
        date.parts[count++] = part;
        cell.remove_prefix(end);
        if (count < 3) {
            const std::size_t next = cell.find_first_not_of("-/., ");
            if (next == std::string_view::npos) {
                return std::nullopt;
            }
            cell.remove_prefix(next);
        }
    }
    const bool isTime = cell.empty() || ((cell.front() == ' ' || cell.front() == 'T') &&
                                         cell.find(':') != std::string_view::npos);
    return isTime ? std::optional(date) : std::nullopt;
}

int numberOf(std::string_view digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool isYear(std::string_view part) { return part.size() == 4; }

constexpr int kMostMonth = 12;
constexpr int kMostDay = 31;

bool fits(const DateParts& date, std::size_t month, std::size_t day, std::size_t year)
{
    const auto isShort = [&](std::size_t at) {
        return date.parts[at].size() <= 2 && areDigits(date.parts[at]);
    };
    const std::string_view said = date.parts[year];
    return isShort(month) && isShort(day) && (said.size() == 4 || said.size() == 2) &&
           numberOf(date.parts[month]) >= 1 && numberOf(date.parts[month]) <= kMostMonth &&
           numberOf(date.parts[day]) >= 1 && numberOf(date.parts[day]) <= kMostDay;
}

std::string twoDigits(int number)
{
    return std::string(number < 10 ? "0" : "") + std::to_string(number);
}

std::string isoOf(std::string_view year, int month, std::string_view day)
{
    return (year.size() == 2 ? "20" : "") + std::string(year) + "-" + twoDigits(month) + "-" +
           twoDigits(numberOf(day));
}

} // namespace

std::string_view nameOf(DateOrder order) { return kOrders[static_cast<std::size_t>(order)]; }

std::optional<DateOrder> dateOrderNamed(std::string_view name)
{
    const auto found = std::ranges::find(kOrders, name);
    return found == kOrders.end() ? std::nullopt
                                  : std::optional(static_cast<DateOrder>(found - kOrders.begin()));
}

void Evidence::see(std::string_view cell)
{
    cell = foundation::trimmed(cell);
    if (cell.empty()) {
        return;
    }
    ++filled_;
    const auto at = cell.find('@');
    addresses_ += at != std::string_view::npos && at > 0 &&
                          cell.find('.', at) != std::string_view::npos &&
                          cell.find(' ') == std::string_view::npos
                      ? 1
                      : 0;
    seeDate(cell);
    seeAmount(cell);
}

void Evidence::seeAmount(std::string_view cell)
{
    const auto bare = bareNumber(cell);
    if (!bare) {
        return;
    }
    const std::string& digits = bare->digits;
    const auto points = std::ranges::count(digits, '.');
    const auto commas = std::ranges::count(digits, ',');
    const bool isPoint = plainAmount(cell, '.').has_value();
    const bool isComma = plainAmount(cell, ',').has_value();
    amounts_ += isPoint || isComma ? 1 : 0;
    whole_ += plainWhole(cell, '.') || plainWhole(cell, ',') ? 1 : 0;
    if (points + commas == 0 || isPoint == isComma) {
        return;
    }
    (isPoint ? points_ : commas_) += 1;
}

void Evidence::seeDate(std::string_view cell)
{
    const auto date = partsOfDate(cell);
    if (!date) {
        return;
    }
    if (date->namedMonth != 0 || isYear(date->parts[0])) {
        const bool isDate = plainDate(cell, DateOrder::YearFirst).has_value();
        dates_ += isDate ? 1 : 0;
        yearFirst_ += isDate ? 1 : 0;
        return;
    }
    const bool isMonthFirst = fits(*date, 0, 1, 2);
    const bool isDayFirst = fits(*date, 1, 0, 2);
    dates_ += isMonthFirst || isDayFirst ? 1 : 0;
    if (isMonthFirst && isDayFirst) {
        // Points stand in dates that begin with the day.
        (cell.find('.') != std::string_view::npos ? dayFirst_ : openDates_) += 1;
    } else {
        monthFirst_ += isMonthFirst ? 1 : 0;
        dayFirst_ += isDayFirst ? 1 : 0;
    }
}

std::optional<char> Evidence::decimalMark() const
{
    return points_ == commas_ ? std::nullopt : std::optional(points_ > commas_ ? '.' : ',');
}

std::optional<DateOrder> Evidence::dateOrder() const
{
    if (monthFirst_ == dayFirst_) {
        return monthFirst_ == 0 && yearFirst_ > 0 && openDates_ == 0
                   ? std::optional(DateOrder::YearFirst)
                   : std::nullopt;
    }
    return monthFirst_ > dayFirst_ ? DateOrder::MonthFirst : DateOrder::DayFirst;
}

Evidence& Evidence::operator+=(const Evidence& other)
{
    filled_ += other.filled_;
    whole_ += other.whole_;
    amounts_ += other.amounts_;
    dates_ += other.dates_;
    addresses_ += other.addresses_;
    points_ += other.points_;
    commas_ += other.commas_;
    dayFirst_ += other.dayFirst_;
    monthFirst_ += other.monthFirst_;
    yearFirst_ += other.yearFirst_;
    openDates_ += other.openDates_;
    return *this;
}

std::optional<std::string> plainAmount(std::string_view cell, char decimalMark)
{
    const auto bare = bareNumber(cell);
    if (!bare) {
        return std::nullopt;
    }
    const char group = decimalMark == '.' ? ',' : '.';
    const std::size_t mark = std::min(bare->digits.find(decimalMark), bare->digits.size());
    std::string whole = bare->digits.substr(0, mark);
    const std::string part =
        mark < bare->digits.size() ? bare->digits.substr(mark + 1) : std::string();
    if (!areGroups(whole, group) || !areGroups(whole, kGap) ||
        (!part.empty() && !areDigits(part)) || (mark < bare->digits.size() && part.empty())) {
        return std::nullopt;
    }
    std::erase(whole, group);
    std::erase(whole, kGap);
    if (whole.empty()) {
        whole = "0";
    }
    return areDigits(whole) ? std::optional((bare->isNegative ? "-" : "") + whole +
                                            (part.empty() ? "" : "." + part))
                            : std::nullopt;
}

std::optional<std::string> plainWhole(std::string_view cell, char decimalMark)
{
    auto amount = plainAmount(cell, decimalMark);
    if (!amount) {
        return std::nullopt;
    }
    const std::size_t point = std::min(amount->find('.'), amount->size());
    const bool isWhole = std::ranges::all_of(amount->substr(std::min(point + 1, amount->size())),
                                             [](char c) { return c == '0'; });
    return isWhole ? std::optional(amount->substr(0, point)) : std::nullopt;
}

std::optional<std::string> plainDate(std::string_view cell, DateOrder order)
{
    const auto date = partsOfDate(cell);
    if (!date) {
        return std::nullopt;
    }
    const auto& parts = date->parts;
    if (date->namedMonth != 0) { // 5 Nov 2026, Nov 5, 2026
        const std::string_view day = parts[date->namedAt == 0 ? 1 : 0];
        const bool isSound = areDigits(day) && day.size() <= 2 && numberOf(day) >= 1 &&
                             numberOf(day) <= kMostDay &&
                             (parts[2].size() == 4 || parts[2].size() == 2);
        return isSound ? std::optional(isoOf(parts[2], date->namedMonth, day)) : std::nullopt;
    }
    if (isYear(parts[0])) {
        return fits(*date, 1, 2, 0) ? std::optional(isoOf(parts[0], numberOf(parts[1]), parts[2]))
                                    : std::nullopt;
    }
    const std::size_t month = order == DateOrder::DayFirst ? 1 : 0;
    return order != DateOrder::YearFirst && fits(*date, month, 1 - month, 2)
               ? std::optional(isoOf(parts[2], numberOf(parts[month]), parts[1 - month]))
               : std::nullopt;
}

std::optional<std::string> plainMark(std::string_view cell)
{
    static constexpr std::array<std::string_view, 11> kYes = {"1", "yes", "y",  "true", "x",   "ja",
                                                              "j", "oui", "si", "on",   "wahr"};
    static constexpr std::array<std::string_view, 10> kNo = {
        "0", "no", "n", "false", "-", "nein", "non", "nee", "off", "falsch"};
    const std::string word = foundation::folded(foundation::trimmed(cell));
    if (std::ranges::find(kYes, word) != kYes.end()) {
        return "1";
    }
    return std::ranges::find(kNo, word) != kNo.end() ? std::optional<std::string>("0")
                                                     : std::nullopt;
}

std::optional<std::string> product(std::string_view amount, std::string_view units, int digits)
{
    const bool isNegative = amount.starts_with('-');
    amount.remove_prefix(isNegative ? 1 : 0);
    const std::size_t point = std::min(amount.find('.'), amount.size());
    const std::string all = std::string(amount.substr(0, point)) +
                            std::string(amount.substr(std::min(point + 1, amount.size())));
    constexpr std::size_t kMostDigits = 18;
    if (all.size() > kMostDigits || units.size() > kMostDigits || !areDigits(all) ||
        !areDigits(units)) {
        return std::nullopt;
    }
    std::int64_t factor = 0;
    std::int64_t count = 0;
    std::from_chars(all.data(), all.data() + all.size(), factor);
    std::from_chars(units.data(), units.data() + units.size(), count);
    std::int64_t minor = 0;
    if (__builtin_mul_overflow(factor, count, &minor)) {
        return std::nullopt;
    }
    auto places = static_cast<int>(amount.size() - std::min(point + 1, amount.size()));
    std::int64_t divisor = 1;
    for (; places > digits; --places) {
        divisor *= 10;
    }
    minor = minor / divisor + (minor % divisor * 2 >= divisor && divisor > 1 ? 1 : 0);
    for (; places < digits; ++places) {
        if (__builtin_mul_overflow(minor, 10, &minor)) {
            return std::nullopt;
        }
    }
    std::string text = std::to_string(minor);
    const auto behind = static_cast<std::size_t>(digits);
    if (text.size() <= behind) {
        text.insert(0, behind + 1 - text.size(), '0');
    }
    if (behind > 0) {
        text.insert(text.size() - behind, ".");
    }
    return (isNegative && minor != 0 ? "-" : "") + text;
}

std::string withoutMoreZeros(std::string amount, int digits)
{
    const std::size_t point = amount.find('.');
    if (point == std::string::npos) {
        return amount;
    }
    while (amount.size() > point + 1 + static_cast<std::size_t>(digits) && amount.back() == '0') {
        amount.pop_back();
    }
    if (amount.back() == '.') {
        amount.pop_back();
    }
    return amount;
}

} // namespace giftbox::exchange
