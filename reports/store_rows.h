#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

#include <vector>

namespace giftbox::reports {

/// Writes a store and its settings in the month.
const std::vector<foundation::Column>& storeColumns();
void writeStore(const books::Store& store, foundation::Month month, foundation::RowWriter& out);

/// Writes the first values of its dated settings and every change since.
const std::vector<foundation::Column>& settingChangeColumns();
void writeSettingChanges(const books::ReadTransaction& tx, foundation::RowWriter& out);

} // namespace giftbox::reports
