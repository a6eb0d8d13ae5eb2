#include "exchange/sample/sample_dates.h"

#include <algorithm>
#include <cctype>

namespace giftbox::exchange {

using foundation::Date;
using foundation::Month;

namespace {

bool isDigit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

/// Whether the text has digits and dashes like the pattern.
bool looksLike(std::string_view text, std::string_view pattern)
{
    return text.size() >= pattern.size() &&
           std::ranges::equal(text.substr(0, pattern.size()), pattern, [](char c, char asked) {
               return asked == '0' ? isDigit(c) : c == asked;
           });
}

Month later(Month month, std::int64_t months)
{
    for (; months > 0; --months) {
        month = month.next();
    }
    for (; months < 0; ++months) {
        month = month.previous();
    }
    return month;
}

} // namespace

std::string withDatesUpTo(Month now, std::string_view text)
{
    const std::int64_t months = monthsBetween(kSampleMonth, now);
    std::string shifted;
    while (!text.empty()) {
        const bool begins = shifted.empty() || !isDigit(shifted.back());
        if (!begins || !looksLike(text, "0000-00")) {
            shifted += text.front();
            text.remove_prefix(1);
            continue;
        }
        const Month month = later(foundation::parseMonth(text.substr(0, 7)), months);
        shifted += toText(month);
        text.remove_prefix(7);
        if (looksLike(text, "-00")) {
            const std::string day(text.substr(0, 3));
            const std::string last = toText(month.lastDay()).substr(7);
            shifted += std::min(day, last);
            text.remove_prefix(3);
        }
    }
    return shifted;
}

} // namespace giftbox::exchange
