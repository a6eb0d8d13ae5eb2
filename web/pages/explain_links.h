#pragma once

#include "web/ui/request_context.h"

namespace giftbox::web {

/// The page that explains what a term of an explanation names: `box 42`, `report 2026-11 total_cost`. Empty where there
/// is none, or the visitor may not see it.
std::string explainAddress(const RequestContext& context, std::string_view subject);
/// Of a column of the monthly report.
std::string explainAddress(const RequestContext& context, foundation::Month month,
                           std::string_view column);
/// Of a line of the roll-forward.
std::string explainLineAddress(const RequestContext& context, foundation::Month month,
                               std::string_view part, std::string_view line);

} // namespace giftbox::web
