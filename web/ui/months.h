#pragma once

#include "web/ui/request_context.h"

namespace giftbox::web {

/// The month in the address, else this one. Throws Refusal `month.malformed`.
foundation::Month monthAsked(const RequestContext& context);
/// The months beside it, to lead to; itself at the ends of the calendar.
foundation::Month monthBefore(foundation::Month month);
foundation::Month monthAfter(foundation::Month month);

/// `month` as addresses have it, and `month_name` as it is read.
void addMonth(View& view, const RequestContext& context, foundation::Month month);

/// The month with links to those beside it, for the template `month_steps`, and where the store's pages begin.
void addMonths(View& view, const RequestContext& context, std::string_view page);

} // namespace giftbox::web
