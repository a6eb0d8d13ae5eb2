#pragma once

#include "web/ui/request_context.h"

namespace giftbox::web {

/// The pages that the user may open: `groups` for the template `menu`, and `bar`, the few that the user's role opens
/// most, for the bar at the bottom of a phone. Requires an open store.
View menuOf(const RequestContext& context);

} // namespace giftbox::web
