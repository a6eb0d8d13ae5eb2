#pragma once

#include "books/books.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace giftbox::gifting {

/// A recipient's selection for a month, by the event.
struct MonthSelection {
    foundation::Month month;
    books::EventSeq madeBy;
};

/// A recipient's planned, packed or given box. `month` is the month it is planned for or was packed in; `recordedBy`
/// is the event of that.
struct BoxOfRecipient {
    books::BoxNo number;
    std::string state;
    foundation::Month month;
    books::EventSeq recordedBy;
    std::optional<foundation::Date> packedOn;
    std::optional<foundation::Date> givenOn;
};

/// The index of the selection that each of a recipient's boxes, in number order, belongs to, if any. First that of
/// its own month; then, among selections without a box, the nearest (the earlier of two) that was made before the
/// box, is for the month after it at the latest, and not for a month after it was given. Pure.
std::vector<std::optional<std::size_t>> selectionsOf(const std::vector<BoxOfRecipient>& boxes,
                                                     const std::vector<MonthSelection>& selections);

/// A recipient's boxes in relation to one month's list.
struct BoxesAndMonth {
    /// The box that belongs to their selection of the month.
    std::optional<BoxOfRecipient> own;
    /// The last day they were given a box by the month's end, and the last day a box still waiting was packed before
    /// the month; both without the box that their selection for the month led to.
    std::optional<foundation::Date> lastGivenOn;
    std::optional<foundation::Date> waitsSince;
};
/// Pure.
BoxesAndMonth boxesAndMonth(foundation::Month month, const std::vector<BoxOfRecipient>& boxes,
                            const std::vector<MonthSelection>& selections);

/// The same for everybody nominated or selected for the month who ever had a box planned, packed or given. Two
/// statements.
std::unordered_map<books::RecipientNo, BoxesAndMonth> boxesOfList(const books::ReadTransaction& tx,
                                                                  foundation::Month month);

} // namespace giftbox::gifting
