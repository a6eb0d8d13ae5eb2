#pragma once

#include "books/books.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::accounting {

struct ReopenedMonth {
    foundation::Month month;
    books::EventSeq closedBy; ///< the event that had closed it
    std::string reason;
    /// Boxes still packed or planned that count in it again, and their total cost (estimated for planned ones).
    std::int64_t movedBoxes = 0;
    foundation::Money moved{};
    std::vector<std::string> superseded =
        {}; ///< the keys of its batches, whose facts stand in the next one
    std::optional<foundation::Month> closedThrough = {};
};

/// Opens the last closed month again. What its close moved on, and is still packed or planned, counts in it again, as
/// if it had not been closed; what was recorded since stays. Batches of it that were not posted are superseded. The row
/// of the close is kept. Throws Refusal `month.not_closed`, `month.reopen_later_first`, `month.posted` (a batch of it
/// is posted and not voided), `text.missing` (no reason).
ReopenedMonth reopenMonth(books::WriteTransaction& tx, foundation::Month month,
                          const std::string& reason);

/// The first figures in the `detail` of the event that opens a month again. `verify` compares the stored values with
/// them.
std::string reopenDetail(books::EventSeq closedBy, const std::string& reason);

} // namespace giftbox::accounting
