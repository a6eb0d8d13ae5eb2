#pragma once

#include "gifting/box.h"

#include <map>

namespace giftbox::gifting {

/// Boxes packed and not given: out of stock, but their cost is still the store's.
struct PackedBoxes {
    std::int64_t boxes = 0;
    budget::BoxCost cost;

    /// The cost of their contents and packaging.
    foundation::Money goods() const { return cost.contents + cost.packaging; }
    void add(std::int64_t more, const budget::BoxCost& costOfThem);
    bool operator==(const PackedBoxes&) const = default;
};

/// The boxes packed at the end of a day. The cost grows with the boxes packed now or carried over a month's end since
/// that day.
PackedBoxes packedOn(const books::ReadTransaction& tx, foundation::Date day);

/// The units of one item in those boxes.
struct PackedItem {
    std::int64_t units = 0;
    foundation::Money cost;
};
using PackedItems = std::map<std::int64_t, PackedItem>;
PackedItems packedItemsOn(const books::ReadTransaction& tx, foundation::Date day);

/// Visits these boxes in number order, in their packed state of that day.
void listPackedOn(const books::ReadTransaction& tx, foundation::Date day,
                  const std::function<void(const Box&)>& visit);

/// The boxes packed at the end of each month from `first` to `last`, without months that had none. The cost grows
/// with these boxes.
std::map<foundation::Month, PackedBoxes> packedAtMonthEnds(const books::ReadTransaction& tx,
                                                           foundation::Month first,
                                                           foundation::Month last);

} // namespace giftbox::gifting
