#pragma once

#include "accounting/kind_stock.h"
#include "gifting/packed_on.h"

namespace giftbox::accounting {

struct ClosedMonth {
    foundation::Month month;
    /// The boxes packed and not given at the end of its last day, regardless of when it is closed.
    gifting::PackedBoxes carried;
    /// The stock at the end of its last day; none if it was closed before closes kept it.
    std::optional<KindStock> stock;
    /// Boxes still packed or planned at the close, and their total cost (estimated for planned ones): committed in
    /// the next month from then on.
    std::int64_t movedBoxes = 0;
    foundation::Money moved{};
    /// The hash of the event that closed it, which covers all the books up to it.
    std::string hash;
};

/// The requirement for earlier months: to be closed, or, if they have no facts, to close together with it.
enum class EarlierMonths { AreClosed, CloseWhenEmpty };

/// Closes a month; only reopenMonth() opens it again. Boxes still packed count in the next month from now on, which is
/// recorded and never refused. The event holds digests of the month's facts, its report, and the stock on its last day.
/// Throws Refusal `month.closed`, `month.out_of_order` (an earlier month with facts is open), `month.not_over`.
ClosedMonth closeMonth(books::WriteTransaction& tx, foundation::Month month,
                       EarlierMonths earlier = EarlierMonths::AreClosed);

/// The next month to close: after the last closed one, or the first with facts; none if there is nothing to close.
std::optional<foundation::Month> nextToClose(const books::ReadTransaction& tx);

/// The first figures in the `detail` of the event that closes a month. `verify` compares the stored values with them.
std::string closeDetail(const ClosedMonth& closed, const foundation::Currency& currency);
/// The earlier form, before months kept the boxes packed on their last day: the amounts moved.
std::string earlierCloseDetail(const ClosedMonth& closed, const foundation::Currency& currency);

} // namespace giftbox::accounting
