#pragma once

#include "books/store.h"
#include "foundation/row_writer.h"

#include <vector>

namespace giftbox::reports {

/// A store and its settings, from beginning to end.
const std::vector<foundation::Column>& storeColumns();
void writeStore(const books::Store& store, foundation::RowWriter& out);

} // namespace giftbox::reports
