#pragma once

#include "gifting/counting/count_session.h"

namespace giftbox::gifting {

struct CountPosting {
    CountNo number;
    std::string reason;
    bool leavesUncounted =
        false; ///< items that were not counted stay as they are; else all must be counted
    bool adjusts =
        false; ///< what moved since an item was counted comes on top; else it is counted again
};

/// Whether the books are off by more units than the store accepts of one count, and it was counted once.
bool isOverUnits(const books::Store& store, const CountSession& count, const CountEntry& entry);

/// What a count changed in the books. Over and under are not set off against each other.
struct PostedCount {
    CountSession count;
    std::int64_t counted = 0;
    std::int64_t uncounted = 0;
    std::int64_t agreed = 0; ///< of the counted items, those that the books had right
    std::int64_t unitsOver = 0;
    std::int64_t unitsUnder = 0; ///< not negative, like the costs
    foundation::Money costOver = {};
    foundation::Money costUnder = {};
};

/// Makes the books match a count, all items or none, as one event `count.post`: missing units leave at FIFO cost,
/// found units become lots, as for countStock. Throws Refusal, with one for every item at fault: `count.unknown`,
/// `count.not_open`, `text.missing`, `count.nothing_counted`, `count.uncounted`, `count.same_person`,
/// `count.moved_since`, `count.corrected_since`, `count.more_gone`, `count.second_needed`, `count.cost_needed`,
/// `stock.short`, `month.closed`.
PostedCount postCount(books::WriteTransaction& tx, const CountPosting& request);

/// Ends an open count; the books stay as they are. Records `count.cancel`. Throws Refusal `count.unknown`,
/// `count.not_open`, `text.missing`.
CountSession cancelCount(books::WriteTransaction& tx, CountNo number, const std::string& reason);

} // namespace giftbox::gifting
