#include "reports/month_change.h"

namespace giftbox::reports {

using foundation::Money;

MonthChange monthChange(const budget::MonthTotals& before, const budget::MonthTotals& now)
{
    MonthChange change{.total = now.spent() - before.spent(),
                       .boxes = now.spent() - before.spent()};
    if (before.boxesGiven == 0 || now.boxesGiven == 0) {
        return change;
    }
    const auto changed = [&](Money was, Money is) {
        return is - portion(was, now.boxesGiven, before.boxesGiven);
    };
    change.contents = changed(before.contents, now.contents);
    change.packaging = changed(before.packaging, now.packaging);
    change.labor = changed(before.labor, now.labor);
    change.boxes = change.total - change.contents - change.packaging - change.labor;
    return change;
}

} // namespace giftbox::reports
