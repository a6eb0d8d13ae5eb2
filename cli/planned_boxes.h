#pragma once

#include "cli/context.h"
#include "gifting/planned_box.h"

namespace giftbox::cli {

/// Which boxes `--state` asks for: of those packed, and of those planned.
struct BoxesWanted {
    bool packed = true;
    bool planned = true;
    std::optional<gifting::BoxState> state;
    std::optional<gifting::PlanState> planState;
};
/// All when the state is empty. Throws Refusal `box.state_unknown`.
BoxesWanted boxesWanted(const std::string& state);

/// Writes the boxes in number order, planned and cancelled ones among those packed.
void listAllBoxes(const books::ReadTransaction& tx, const BoxesWanted& wanted,
                  const gifting::BoxFilter& filter, foundation::RowWriter& out);

/// A planned or cancelled box, and what it was planned with.
void showPlannedBox(Context& context, const books::ReadTransaction& tx,
                    const gifting::PlannedBox& box);

} // namespace giftbox::cli
