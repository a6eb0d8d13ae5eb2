#pragma once

#include "web/ui/request_context.h"

namespace giftbox::web {

/// The steps from a new store to its first box, for administrators, as `checklist` of the home page: each ticks itself
/// once it is done, and names who does it. Empty once all are done, and in a sample store.
std::vector<View> checklistOf(const RequestContext& context, const books::ReadTransaction& tx);

} // namespace giftbox::web
