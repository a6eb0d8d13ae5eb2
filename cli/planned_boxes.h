#pragma once

#include "cli/context.h"
#include "gifting/planned_box.h"

namespace giftbox::cli {

/// A planned or cancelled box, and what it was planned with.
void showPlannedBox(Context& context, const books::ReadTransaction& tx,
                    const gifting::PlannedBox& box);

} // namespace giftbox::cli
