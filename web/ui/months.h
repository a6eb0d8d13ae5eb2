#pragma once

#include "web/ui/request_context.h"

namespace giftbox::web {

/// The month in the address, else the current month. Throws Refusal `month.malformed`.
foundation::Month monthAsked(const RequestContext& context);
/// The day `as_of` in the address; none if there is none. Throws Refusal `date.malformed`, `date.in_future`.
std::optional<foundation::Date> dayAsked(const RequestContext& context);
/// The neighboring months; the month itself at the ends of the calendar.
foundation::Month monthBefore(foundation::Month month);
foundation::Month monthAfter(foundation::Month month);

/// `month` for addresses, and `month_name` for people.
void addMonth(View& view, const RequestContext& context, foundation::Month month);

/// The month with links to its neighbors, with the filters and order of the address, for the template `month_steps`,
/// and the address of the store's pages.
void addMonths(View& view, const RequestContext& context, std::string_view page);

} // namespace giftbox::web
