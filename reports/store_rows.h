#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

#include <vector>

namespace giftbox::reports {

/// A store and its settings as they are in the month, from beginning to end.
const std::vector<foundation::Column>& storeColumns();
void writeStore(const books::Store& store, foundation::Month month, foundation::RowWriter& out);

/// What its settings that change by month were first, and every change since.
const std::vector<foundation::Column>& settingChangeColumns();
void writeSettingChanges(const books::ReadTransaction& tx, foundation::RowWriter& out);

} // namespace giftbox::reports
