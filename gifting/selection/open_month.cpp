#include "gifting/selection/open_month.h"

namespace giftbox::gifting {

using foundation::Month;

void requireOpenMonth(books::WriteTransaction& tx, Month month)
{
    tx.requireOpen(month);
    const Month now = tx.today().month();
    if (monthsBetween(now, month) > kMonthsAhead) {
        throw foundation::Refusal("month.too_far_ahead",
                                  {{"month", month}, {"months", kMonthsAhead}, {"now", now}});
    }
    tx.askAbout(month);
}

} // namespace giftbox::gifting
