#include "books/far_dates.h"

#include "books/statements.h"
#include "foundation/refusal.h"

namespace giftbox::books {

using foundation::Date;
using foundation::Month;
using foundation::Refusal;

namespace {

constexpr std::int32_t kMonthsBack = 12;
constexpr std::int32_t kMonthsBeforeFirst = 3;
constexpr std::int64_t kMonthsAhead = 24;

} // namespace

void FarDates::note(foundation::Reader& database, StoreId store, Date today, Date day)
{
    // No fact is later than today, so for most days the first need not be looked up.
    if (day >= monthsBefore(today, kMonthsBeforeFirst) || (oldest_ && day >= *oldest_)) {
        return;
    }
    today_ = today;
    if (day < monthsBefore(today, kMonthsBack)) {
        beforeFirst_.reset();
    } else if (const auto first = firstFact(database, store);
               first && day < monthsBefore(*first, kMonthsBeforeFirst)) {
        beforeFirst_ = first;
    } else {
        return;
    }
    oldest_ = day;
}

void FarDates::note(Month now, Month month)
{
    const std::int64_t ahead = monthsBetween(now, month);
    if (ahead > kMonthsAhead || ahead < -kMonthsBack) {
        month_ = month;
        now_ = now;
    }
}

void FarDates::requireNone(const std::string& place) const
{
    if (oldest_ && beforeFirst_) {
        throw Refusal("date.far/first",
                      {{"place", place}, {"day", *oldest_}, {"first", *beforeFirst_}});
    }
    if (oldest_) {
        throw Refusal("date.far", {{"place", place}, {"day", *oldest_}, {"today", today_}});
    }
    if (month_) {
        throw Refusal(*month_ < now_ ? "month.far/back" : "month.far",
                      {{"month", *month_}, {"now", now_}});
    }
}

std::optional<Date> FarDates::firstFact(foundation::Reader& database, StoreId store)
{
    if (!isLookedUp_) {
        firstFact_ = database.query(sql::FirstFact{.storeId = store.value})->happenedOn;
        isLookedUp_ = true;
    }
    return firstFact_;
}

} // namespace giftbox::books
