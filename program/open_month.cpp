#include "program/open_month.h"

namespace giftbox::program {

using foundation::Month;

namespace {

std::int64_t monthsSinceYearZero(Month month)
{
    return std::int64_t{month.number()} / 100 * 12 + month.number() % 100;
}

} // namespace

std::int64_t monthsBetween(Month from, Month to)
{
    return monthsSinceYearZero(to) - monthsSinceYearZero(from);
}

void requireOpenMonth(const books::WriteTransaction& tx, Month month)
{
    tx.requireOpen(month);
    const Month now = tx.asker().today.month();
    if (monthsBetween(now, month) > kMonthsAhead) {
        throw foundation::Refusal("month.too_far_ahead",
                                  toText(month) + " is more than " + std::to_string(kMonthsAhead) +
                                      " months after this one, " + toText(now) +
                                      "; choose an earlier month");
    }
}

} // namespace giftbox::program
