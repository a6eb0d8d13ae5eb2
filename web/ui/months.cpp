#include "web/ui/months.h"

namespace giftbox::web {

foundation::Month monthAsked(const Visit& visit)
{
    return visit.query.has("month") ? foundation::parseMonth(visit.query.text("month"))
                                    : visit.today().month();
}

foundation::Month monthBefore(foundation::Month month)
{
    return month == foundation::Month() ? month : month.previous();
}

foundation::Month monthAfter(foundation::Month month)
{
    constexpr std::int32_t kLast = 999912;
    return month.number() == kLast ? month : month.next();
}

void addMonth(View& view, const Visit& visit, foundation::Month month)
{
    view.text("month", toText(month)).text("month_name", visit.format.shown(month));
}

void addMonths(View& view, const Visit& visit, std::string_view page)
{
    const foundation::Month month = monthAsked(visit);
    const std::string base = visit.address(page) + "?month=";
    addMonth(view, visit, month);
    view.text("previous", base + toText(monthBefore(month)))
        .text("next", base + toText(monthAfter(month)))
        .text("base", visit.address());
}

} // namespace giftbox::web
