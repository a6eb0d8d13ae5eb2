#pragma once

#include "gifting/packed_on.h"

namespace giftbox::accounting {

struct ClosedMonth {
    foundation::Month month;
    /// What lay packed and not given at the end of its last day, whenever it is closed.
    gifting::PackedBoxes carried;
    /// Boxes still packed or planned when it was closed, and their total cost (of planned ones estimated): committed in the next month from then on.
    std::int64_t movedBoxes = 0;
    foundation::Money moved{};
    /// The hash of the event that closed it: all the books up to here follow from it.
    std::string hash;
};

/// What is asked of the months before one that closes: that they are closed, or, where they have no facts, that they close with it.
enum class EarlierMonths { AreClosed, CloseWhenEmpty };

/// Closes a month for good; boxes still packed count in the next month from now on, which is recorded and never refused. The event holds digests of the
/// month's facts, its report and what was on the shelf on its last day.
/// Throws Refusal `month.closed`, `month.out_of_order` (an earlier month with facts is open), `month.not_over`.
ClosedMonth closeMonth(books::WriteTransaction& tx, foundation::Month month,
                       EarlierMonths earlier = EarlierMonths::AreClosed);

/// The month that is to be closed next: after the last one closed, or the first with facts; none when there is nothing to close.
std::optional<foundation::Month> nextToClose(const books::ReadTransaction& tx);

/// The figures with which the `detail` of the event that closes a month begins: `verify` compares what is kept with it.
std::string closeDetail(const ClosedMonth& closed, const foundation::Currency& currency);
/// As it was until months kept what lay packed on their last day: what was moved.
std::string earlierCloseDetail(const ClosedMonth& closed, const foundation::Currency& currency);

} // namespace giftbox::accounting
