#pragma once

#include <compare>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

namespace giftbox::foundation {

class Date;
struct Figure;

/// A calendar month of the proleptic Gregorian calendar, years 1900 to 9999. Its number is `yyyymm` (202611), as in
/// the database.
class Month {
public:
    Month() = default;
    /// Requires a valid `yyyymm`. Throws std::logic_error.
    explicit Month(std::int32_t yyyymm);
    std::int32_t number() const { return yyyymm_; }
    Date firstDay() const;
    Date lastDay() const;
    Month next() const;
    Month previous() const;
    auto operator<=>(const Month&) const = default;

private:
    std::int32_t yyyymm_ = 190001;
};

/// A day. Its number is `yyyymmdd` (20261122), as in the database.
class Date {
public:
    Date() = default;
    /// Requires a valid `yyyymmdd` in the years 1900 to 9999. Throws std::logic_error.
    explicit Date(std::int32_t yyyymmdd);
    std::int32_t number() const { return yyyymmdd_; }
    Month month() const;
    auto operator<=>(const Date&) const = default;

private:
    std::int32_t yyyymmdd_ = 19000101;
};

/// A moment, milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t unixMs = 0;

    auto operator<=>(const Instant&) const = default;
};

/// Strict `YYYY-MM-DD`. Throws Refusal `date.malformed`, which names the fault.
Date parseDate(std::string_view text);
/// Strict `YYYY-MM`. Throws Refusal `month.malformed`.
Month parseMonth(std::string_view text);
/// Strict `YYYY-MM-DDTHH:MM:SSZ`. Throws Refusal `date.malformed`.
Instant parseInstant(std::string_view text);
/// The same day this many months earlier, or that month's last day if it is shorter. Not before 1900-01-01.
Date monthsBefore(Date date, std::int32_t months);
/// Months from `from` to `to`; negative if `to` is earlier.
std::int64_t monthsBetween(Month from, Month to);
std::string toText(Date date);
std::string toText(Month month);
/// `YYYY-MM-DDTHH:MM:SSZ` in UTC, without milliseconds.
std::string toText(Instant instant);

/// For a sentence.
Figure figureOf(Date date);
Figure figureOf(Month month);
Figure figureOf(Instant instant);
std::ostream& operator<<(std::ostream& out, Date date);
std::ostream& operator<<(std::ostream& out, Month month);

} // namespace giftbox::foundation
