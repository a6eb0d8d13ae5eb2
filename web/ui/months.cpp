#include "web/ui/months.h"

#include "web/ui/list.h"

namespace giftbox::web {

foundation::Month monthAsked(const RequestContext& context)
{
    return context.query.has("month") ? foundation::parseMonth(context.query.text("month"))
                                      : context.today().month();
}

std::optional<foundation::Date> dayAsked(const RequestContext& context)
{
    constexpr std::string_view kAsOf = "as_of";
    if (!context.query.has(kAsOf)) {
        return std::nullopt;
    }
    const foundation::Date day = foundation::parseDate(context.query.text(kAsOf));
    if (day > context.today()) {
        throw foundation::Refusal("date.in_future/shown",
                                  {{"day", day}, {"today", context.today()}});
    }
    return day;
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

void addMonth(View& view, const RequestContext& context, foundation::Month month)
{
    view.text("month", toText(month)).text("month_name", context.format.shown(month));
}

void addMonths(View& view, const RequestContext& context, std::string_view page)
{
    const foundation::Month month = monthAsked(context);
    const auto address = [&](foundation::Month other) {
        Fields fields = fieldsOfList(context.query);
        for (const char* const filter : {"state", "kind"}) {
            fields.emplace_back(filter, context.query.text(filter));
        }
        fields.emplace_back("month", toText(other));
        return context.address(page) + "?" + queryText(fields);
    };
    addMonth(view, context, month);
    view.text("previous", address(monthBefore(month)))
        .text("next", address(monthAfter(month)))
        .text("base", context.address());
}

} // namespace giftbox::web
