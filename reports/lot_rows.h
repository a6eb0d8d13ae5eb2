#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

#include <optional>
#include <string>

namespace giftbox::reports {

/// Some of the lots that were on the shelf at the end of a day, by number.
struct LotsAsked {
    foundation::Date day;
    std::int64_t after = 0; ///< the number of a lot
    std::int64_t most = 0;
    std::optional<books::ItemNo> item = {}; ///< else of all items
};

/// Writes them, and ends the writer; returns the last lot where there are more. The cost grows with the open lots, and
/// with what moved since that day.
std::optional<std::int64_t> writeLotsOn(const books::ReadTransaction& tx, const LotsAsked& asked,
                                        foundation::RowWriter& out);
const std::vector<foundation::Column>& lotsOnColumns();

/// Writes the items that were on the shelf at the end of a day, after a SKU, by how many days ago they were received,
/// and ends the writer; returns the last SKU where there are more. What came back from a box, or from a reversed
/// write-off or count, counts from the day it came back.
std::optional<std::string> writeAgeOn(const books::ReadTransaction& tx, foundation::Date day,
                                      const std::string& after, std::int64_t most,
                                      foundation::RowWriter& out);
const std::vector<foundation::Column>& ageColumns();

} // namespace giftbox::reports
