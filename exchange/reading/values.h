#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace giftbox::exchange {

/// The order of the numbers in a date. ISO dates and those with the name of a month need none.
enum class DateOrder { YearFirst, MonthFirst, DayFirst };

/// `ymd`, `mdy`, `dmy`.
std::string_view nameOf(DateOrder order);
std::optional<DateOrder> dateOrderNamed(std::string_view name);

/// What the cells of a column told about how amounts and dates are written. Pure; add every cell.
class Evidence {
public:
    void see(std::string_view cell);
    /// The decimal mark that cells prove: `.` or `,`; none if no cell does, or as many prove each.
    std::optional<char> decimalMark() const;
    std::optional<DateOrder> dateOrder() const;
    std::int64_t filled() const { return filled_; }
    /// Whether every filled cell is one, and there is one.
    bool areWhole() const { return filled_ > 0 && whole_ == filled_; }
    bool areAmounts() const { return filled_ > 0 && amounts_ == filled_; }
    bool areDates() const { return filled_ > 0 && dates_ == filled_; }
    bool areAddresses() const { return filled_ > 0 && addresses_ == filled_; }
    /// Whether some cells have no order of their own and none settles it.
    bool isDateOrderOpen() const { return openDates_ > 0 && !dateOrder(); }
    Evidence& operator+=(const Evidence& other);

private:
    void seeAmount(std::string_view cell);
    void seeDate(std::string_view cell);

    std::int64_t filled_ = 0;
    std::int64_t whole_ = 0;
    std::int64_t amounts_ = 0;
    std::int64_t dates_ = 0;
    std::int64_t addresses_ = 0;
    std::int64_t points_ = 0;
    std::int64_t commas_ = 0;
    std::int64_t dayFirst_ = 0;
    std::int64_t monthFirst_ = 0;
    std::int64_t yearFirst_ = 0;
    std::int64_t openDates_ = 0;
};

/// The amount in plain digits with a point: `$1,051.20` is `1051.20`, `(5,00)` is `-5.00`, `35.2` is `35.2`. None for
/// text that is no amount with this decimal mark. Pure.
std::optional<std::string> plainAmount(std::string_view cell, char decimalMark);
/// The whole number in plain digits: `1,200` and `5.00` are 1200 and 5. None for another text. Pure.
std::optional<std::string> plainWhole(std::string_view cell, char decimalMark);
/// The date as `YYYY-MM-DD`; a time of day behind it is dropped, and a year of two digits is of this century. None for
/// text that is no date in this order. The day need not exist. Pure.
std::optional<std::string> plainDate(std::string_view cell, DateOrder order);
/// `1` or `0` for yes or no in some languages; none for another text. Pure.
std::optional<std::string> plainMark(std::string_view cell);
/// The exact product of a plain amount and a plain whole number, rounded half up to `digits` after the point. None if
/// it takes more than 18 digits. Pure.
std::optional<std::string> product(std::string_view amount, std::string_view units, int digits);
/// The plain amount without zeros beyond `digits` after the point. Pure.
std::string withoutMoreZeros(std::string amount, int digits);

} // namespace giftbox::exchange
