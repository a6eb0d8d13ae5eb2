#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

namespace giftbox::reports {

/// Writes the outcomes of the nominations of the months from `first` to `last`, one row per adviser and department;
/// ends the writer: `adviser,department,nominated,selected,given,declined,withdrawn`.
const std::vector<foundation::Column>& nominationCountColumns();
void writeNominationCounts(const books::ReadTransaction& tx, foundation::Month first,
                           foundation::Month last, foundation::RowWriter& out);

} // namespace giftbox::reports
