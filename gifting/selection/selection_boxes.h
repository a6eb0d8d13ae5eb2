#pragma once

#include "books/books.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace giftbox::gifting {

/// That somebody was chosen for a month, by the event.
struct MonthSelection {
    foundation::Month month;
    books::EventSeq madeBy;
};

/// A box of somebody that is planned, packed or given. `month` is the one for which it is planned, or in which it was packed; `recordedBy` the event of
/// that.
struct BoxOfRecipient {
    books::BoxNo number;
    std::string state;
    foundation::Month month;
    books::EventSeq recordedBy;
    std::optional<foundation::Date> packedOn;
    std::optional<foundation::Date> givenOn;
};

/// Which selection each of one recipient's boxes, in number order, belongs to, as an index; none where none led to it. First that of its own month;
/// then, of those that have no box yet, the nearest, of two the earlier, that was made before the box, is for the month after it at the latest, and
/// for none after it was given. Pure.
std::vector<std::optional<std::size_t>> selectionsOf(const std::vector<BoxOfRecipient>& boxes,
                                                     const std::vector<MonthSelection>& selections);

/// What a recipient has to do with one month's list.
struct BoxesAndMonth {
    /// The box that belongs to their selection of the month.
    std::optional<BoxOfRecipient> own;
    /// The last day on which they were given a box by the month's end, and the last on which one was packed before the month that waits; the box to which
    /// their selection of the month led is left out of both.
    std::optional<foundation::Date> lastGivenOn;
    std::optional<foundation::Date> waitsSince;
};
/// Pure.
BoxesAndMonth boxesAndMonth(foundation::Month month, const std::vector<BoxOfRecipient>& boxes,
                            const std::vector<MonthSelection>& selections);

/// The same of everybody nominated or chosen for the month who ever had a box planned, packed or given. Two statements.
std::unordered_map<books::RecipientNo, BoxesAndMonth> boxesOfList(const books::ReadTransaction& tx,
                                                                  foundation::Month month);

} // namespace giftbox::gifting
