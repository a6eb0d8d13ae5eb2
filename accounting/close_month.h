#pragma once

#include "books/books.h"

namespace giftbox::accounting {

struct ClosedMonth {
    foundation::Month month;
    std::int64_t carriedBoxes = 0;
    foundation::Money carried;
    /// The hash of the event that closed it: all the books up to here follow from it.
    std::string hash;
};

/// What is asked of the months before one that closes: that they are closed, or, where they have no facts, that they close with it.
enum class EarlierMonths { AreClosed, CloseWhenEmpty };

/// Closes a month for good; boxes still packed count in the next month from now on, which is recorded and never refused.
/// Throws Refusal `month.closed`, `month.out_of_order` (an earlier month with facts is open), `month.not_over`.
ClosedMonth closeMonth(books::WriteTransaction& tx, foundation::Month month,
                       EarlierMonths earlier = EarlierMonths::AreClosed);

/// The month that is to be closed next: after the last one closed, or the first with facts; none when there is nothing to close.
std::optional<foundation::Month> nextToClose(const books::ReadTransaction& tx);

/// The `detail` of the event that closes a month: `verify` compares what is kept with it.
std::string closeDetail(std::int64_t carriedBoxes, foundation::Money carried,
                        const foundation::Currency& currency);

} // namespace giftbox::accounting
