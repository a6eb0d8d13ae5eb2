#pragma once

#include "foundation/row_writer.h"
#include "gifting/counting/post_count.h"

namespace giftbox::reports {

/// Whether the rows show what the books have: to whoever counts blind they do not.
enum class BooksShown { No, Yes };

/// Counts of several items, and one of them.
const std::vector<foundation::Column>& countColumns();
void writeCount(const books::ReadTransaction& tx, const gifting::CountSession& count,
                foundation::RowWriter& out);

/// `open`, `counted`, `again` (the books were corrected since) or `second` (off by more than the store accepts of one
/// count).
std::string_view stateOf(const books::Store& store, const gifting::CountSession& count,
                         const gifting::CountLine& line);
/// The items of a count.
const std::vector<foundation::Column>& countLineColumns();
void writeCountLine(const books::Store& store, const gifting::CountSession& count,
                    const gifting::CountLine& line, BooksShown shown, foundation::RowWriter& out);

/// What a count changed.
const std::vector<foundation::Column>& postedCountColumns();
void writePostedCount(const gifting::PostedCount& posted, BooksShown shown,
                      foundation::RowWriter& out);
/// Of the counted items, those that the books had right, in percent, rounded down: 100 means all.
std::int64_t accuracyOf(const gifting::PostedCount& posted);

} // namespace giftbox::reports
