#pragma once

#include "gifting/box.h"

#include <map>

namespace giftbox::gifting {

/// Boxes packed and not given: off the shelf, and what they cost is still the store's.
struct PackedBoxes {
    std::int64_t boxes = 0;
    budget::BoxCost cost;

    /// What left the shelf for them: contents and packaging.
    foundation::Money goods() const { return cost.contents + cost.packaging; }
    void add(std::int64_t more, const budget::BoxCost& costOfThem);
    bool operator==(const PackedBoxes&) const = default;
};

/// What lay packed at the end of a day. It costs as much as the boxes that lie packed now or have lain over the end of a month since that day.
PackedBoxes packedOn(const books::ReadTransaction& tx, foundation::Date day);

/// Of one item, in those boxes.
struct PackedItem {
    std::int64_t units = 0;
    foundation::Money cost;
};
using PackedItems = std::map<std::int64_t, PackedItem>;
PackedItems packedItemsOn(const books::ReadTransaction& tx, foundation::Date day);

/// Visits these boxes in number order, as they were on that day: packed.
void listPackedOn(const books::ReadTransaction& tx, foundation::Date day,
                  const std::function<void(const Box&)>& visit);

/// What lay packed at the end of each month from `first` to `last`; nothing of months where none did. It costs as much as the boxes that did.
std::map<foundation::Month, PackedBoxes> packedAtMonthEnds(const books::ReadTransaction& tx,
                                                           foundation::Month first,
                                                           foundation::Month last);

} // namespace giftbox::gifting
