#pragma once

#include "web/ui/request_context.h"

namespace giftbox::web {

/// The people whom advisers nominated as somebody new, with their nominations, as `to_confirm` of a page. Empty for
/// none.
std::vector<View> peopleToConfirm(const RequestContext& context, const books::ReadTransaction& tx);

} // namespace giftbox::web
