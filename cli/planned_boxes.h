#pragma once

#include "cli/context.h"
#include "gifting/planned_box.h"

namespace giftbox::cli {

/// Shows a planned or canceled box and its items.
void showPlannedBox(Context& context, const books::ReadTransaction& tx,
                    const gifting::PlannedBox& box);

} // namespace giftbox::cli
