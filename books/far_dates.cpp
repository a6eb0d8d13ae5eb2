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
constexpr std::string_view kConfirm = "; confirm it if the year is right";

} // namespace

void FarDates::note(foundation::Reader& database, StoreId store, Date today, Date day)
{
    // No fact is later than today, so most days need no look at the first.
    if (day >= monthsBefore(today, kMonthsBeforeFirst) || (oldest_ && day >= *oldest_)) {
        return;
    }
    if (day < monthsBefore(today, kMonthsBack)) {
        whyDay_ = "more than a year before today, " + toText(today);
    } else if (const auto first = firstFact(database, store);
               first && day < monthsBefore(*first, kMonthsBeforeFirst)) {
        whyDay_ = "more than three months before the first stock of the store, " + toText(*first);
    } else {
        return;
    }
    oldest_ = day;
}

void FarDates::note(Month now, Month month)
{
    const std::int64_t ahead = monthsBetween(now, month);
    if (ahead > kMonthsAhead) {
        month_ = toText(month) + " is more than two years after this month, " + toText(now);
    } else if (ahead < -kMonthsBack) {
        month_ = toText(month) + " is more than a year before this month, " + toText(now);
    }
}

void FarDates::requireNone(const std::string& place) const
{
    if (oldest_) {
        throw Refusal("date.far", (place.empty() ? "" : place + " has the oldest day: ") +
                                      toText(*oldest_) + " is " + whyDay_ + std::string(kConfirm));
    }
    if (!month_.empty()) {
        throw Refusal("month.far", month_ + std::string(kConfirm));
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
