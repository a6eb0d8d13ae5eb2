#pragma once

#include "operations/operation.h"

namespace giftbox::operations {

/// What undoing a change of an order has to know: what an edit changes.
void readOrderHead(Call& call, const books::ReadTransaction& tx, foundation::RowWriter& out);
/// The line of an item; no row where the order has none.
void readOrderLine(Call& call, const books::ReadTransaction& tx, foundation::RowWriter& out);
/// A line that was new is taken away.
void takeLineAway(const SeenRows& before, foundation::JsonBody& undo);

} // namespace giftbox::operations
